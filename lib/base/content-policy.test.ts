import { expect, it } from "vitest";
import { contentPolicy } from "./content-policy";

const given = { nonce: "n0nce", signInOrigin: "https://acme.eu.auth0.com", https: true, development: false };

it("allows making code from text on the development server only", () => {
  expect(contentPolicy(given)).not.toMatch(/unsafe-eval|'unsafe-inline'(?!;)/);
  expect(contentPolicy({ ...given, development: true })).toContain("'strict-dynamic' 'unsafe-eval'");
});

it("allows inline style attributes, but neither inline scripts nor inline style sheets", () => {
  const policy = contentPolicy(given);
  expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1);
  expect(policy).toContain("style-src-attr 'unsafe-inline'");
});

it("lets forms lead to the portal and to Auth0, and to nobody else", () => {
  expect(contentPolicy(given)).toContain("form-action 'self' https://acme.eu.auth0.com;");
});

it("sends http to https only where the portal is reached over https", () => {
  expect(contentPolicy(given)).toContain("upgrade-insecure-requests");
  expect(contentPolicy({ ...given, https: false })).not.toContain("upgrade-insecure-requests");
});
