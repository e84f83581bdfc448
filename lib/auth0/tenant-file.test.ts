import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { portalScopes } from "./portal-scopes";

const file = readFileSync("auth0/tenant.yaml", "utf8");
const text = file.replace(/^\s*#.*\n/gm, "");
const listUnder = (key: string) =>
  new RegExp(`^ *${key}:\\n((?: +- .*\\n?)+)`, "m").exec(text)?.[1]?.match(/(?<=- "?)[^"\n]+/g);

it("the deploy file grants exactly the scopes that the check expects", () => {
  expect(listUnder("scope")).toEqual([...portalScopes]);
});

it("the deploy file names the portal's own addresses, and closes the connection to strangers", () => {
  expect(listUnder("callbacks")).toEqual(["##APP_BASE_URL##/auth/callback"]);
  expect(listUnder("allowed_logout_urls")).toEqual(["##APP_BASE_URL##"]);
  expect(text).toContain('initiate_login_uri: "##APP_BASE_URL##/continue"');
  expect(listUnder("grant_types")).toEqual(["authorization_code", "client_credentials"]);
  expect(listUnder("enabled_clients")).toEqual(["##APPLICATION_NAME##"]);
  expect(text).toContain("disable_signup: true");
});

it("every keyword of the deploy file is in the example of its settings, and none besides", () => {
  const used = new Set(text.match(/(?<=##)\w+(?=##)/g));
  const settings: unknown = JSON.parse(readFileSync("auth0/config.example.json", "utf8"));
  expect(settings).toMatchObject({ AUTH0_ALLOW_DELETE: false });
  const known = Object.keys(Object(Object(settings).AUTH0_KEYWORD_REPLACE_MAPPINGS));
  expect(known.sort()).toEqual([...used].sort());
});
