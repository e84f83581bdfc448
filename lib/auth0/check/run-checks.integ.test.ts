import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { findFreePort } from "@/db/testing/find-free-port";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { portalEnvironment } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { envSchema } from "@/lib/base/env-schema";
import { checks } from "./checks";
import type { NamedFinding } from "./finding";
import { notTold } from "./not-told";
import type { PortalSettings } from "./open-tenant";
import { runChecks } from "./run-checks";

const five = ["read:users", "update:users", "delete:users", "create:users", "create:user_tickets"];
const origin = "http://localhost:4600";
const asItShouldBe = {
  plan: "enterprise",
  scopes: five,
  callbackUrls: [`${origin}/auth/callback`],
  logoutUrls: [origin],
  connectionEnabled: true,
  signUps: false,
};
let database: FreshDatabase;
let auth0: TestAuth0;
let settings: PortalSettings;

beforeAll(async () => {
  database = await freshDatabase();
  auth0 = await startAuth0(database.urls);
  settings = envSchema.parse(portalEnvironment(database.urls, { auth0: auth0.origin }));
});
afterAll(async () => {
  await auth0.stop();
  await database.drop();
});
beforeEach(async () => {
  await auth0.control("POST /reset");
  await auth0.control("PUT /settings", asItShouldBe);
});

const wrongOnes = (found: NamedFinding[]) => found.filter(({ is }) => is === "wrong");
const unknownOnes = (found: NamedFinding[]) =>
  found.filter(({ is }) => is === "unknown").map(({ name }) => name);

it("finds everything right that can be told, and names what can't", async () => {
  const found = await runChecks(settings);
  expect(found.map(({ name }) => name)).toEqual(checks.map(({ name }) => name));
  expect(wrongOnes(found)).toEqual([]);
  expect(unknownOnes(found)).toEqual(notTold.map(({ name }) => name));
});

type Planted = {
  what: string;
  portal?: Partial<PortalSettings>;
  tenant?: Partial<Record<keyof typeof asItShouldBe, unknown>>;
  named: Record<string, RegExp>;
};
const planted: Planted[] = [
  {
    what: "a wrong secret",
    portal: { AUTH0_CLIENT_SECRET: "not-the-secret" },
    named: { "AUTH0_CLIENT_ID, _SECRET": /does not accept this id with this secret.*AUTH0_CLIENT_SECRET/ },
  },
  {
    what: "a wrong client id",
    portal: { AUTH0_CLIENT_ID: "somebody-else" },
    named: { "AUTH0_CLIENT_ID, _SECRET": /does not accept this id with this secret/ },
  },
  {
    what: "no client grant",
    tenant: { scopes: [] },
    named: { "AUTH0_CLIENT_ID, _SECRET": /not authorised for the Management API.*Machine to Machine/ },
  },
  {
    what: "a missing scope",
    tenant: { scopes: five.slice(0, 4) },
    named: { "Management API scopes": /missing: create:user_tickets .*tick create:user_tickets;/ },
  },
  {
    what: "a superfluous scope",
    tenant: { scopes: [...five, "read:connections"] },
    named: { "Management API scopes": /superfluous: read:connections .*untick read:connections;/ },
  },
  {
    what: "a missing and a superfluous scope",
    tenant: { scopes: [...five.slice(1), "read:logs"] },
    named: { "Management API scopes": /missing: read:users; superfluous: read:logs/ },
  },
  {
    what: "a wrong connection id",
    portal: { AUTH0_CONNECTION_ID: "con_wrong56789abcdef" },
    named: {
      AUTH0_CONNECTION_ID: /no connection with this id .*Authentication > Database/,
      Imports: /no connection with this id/,
    },
  },
  {
    what: "a connection that is enabled for no application",
    tenant: { connectionEnabled: false },
    named: { Imports: /enabled for no application .*switch the portal's application on/ },
  },
  {
    what: "a wrong connection name",
    portal: { AUTH0_CONNECTION: "Customers" },
    named: { AUTH0_CONNECTION: /no connection named Customers .*Set AUTH0_CONNECTION/ },
  },
  {
    what: "open sign-ups",
    tenant: { signUps: true },
    named: { "Sign-ups disabled": /offers to sign up .*switch Disable Sign Ups on/ },
  },
  {
    what: "an unregistered callback",
    tenant: { callbackUrls: [`${origin}/callback`] },
    named: {
      "Callback URL":
        /localhost:4600\/auth\/callback is not allowed .*Allowed Callback URLs: add http:\/\/localhost:4600\/auth\/callback/,
    },
  },
  {
    what: "an unregistered logout URL",
    tenant: { logoutUrls: [`${origin}/bye`] },
    named: {
      "Logout URL": /localhost:4600 is not allowed .*Allowed Logout URLs: add http:\/\/localhost:4600 /,
    },
  },
  {
    what: "a plan above the tenant's",
    tenant: { plan: "free" },
    named: { AUTH0_PLAN: /enterprise lets the portal make 45 calls at once, but Auth0 allows 2/ },
  },
];

it.each(planted)("names $what, and nothing else", async ({ portal, tenant, named }) => {
  await auth0.control("PUT /settings", { ...asItShouldBe, ...tenant });
  const wrong = wrongOnes(await runChecks({ ...settings, ...portal }));
  expect(wrong.map(({ name }) => name)).toEqual(Object.keys(named));
  for (const finding of wrong)
    expect(`${finding.detail} ${"mend" in finding ? finding.mend : ""}`).toMatch(named[finding.name] ?? /^$/);
});

it("names a domain that nobody answers at, and asks no further", async () => {
  const found = await runChecks({ ...settings, AUTH0_DOMAIN: `http://localhost:${await findFreePort()}` });
  expect(wrongOnes(found)).toMatchObject([
    { name: "AUTH0_DOMAIN", detail: expect.stringContaining("nobody answers at") },
  ]);
  expect(found.filter(({ detail }) => detail === "not asked")).toHaveLength(9);
});

it.each([
  ["is no Auth0 tenant", 404, {}, /does not answer as an Auth0 tenant \(404\)/],
  [
    "calls itself otherwise",
    200,
    { issuer: "https://other.example/" },
    /calls itself https:\/\/other\.example\//,
  ],
])("names a domain that %s", async (_what, status, body, words) => {
  const server = createServer((_req, res) => res.writeHead(status).end(JSON.stringify(body)));
  const port = await findFreePort();
  await once(server.listen(port, "localhost"), "listening");
  const [wrong, ...others] = wrongOnes(
    await runChecks({ ...settings, AUTH0_DOMAIN: `http://localhost:${port}` }),
  );
  server.close();
  expect(wrong).toMatchObject({ name: "AUTH0_DOMAIN", detail: expect.stringMatching(words) });
  expect(others).toEqual([]);
});

it("changes nothing in the tenant: nobody made, no job, no ticket", async () => {
  await auth0.control("DELETE /calls");
  await runChecks(settings);
  expect(await auth0.control("GET /state")).toMatchObject({ users: 0, jobs: [] });
  const changes = (await auth0.calls()).filter(
    ({ route, status }) => !route.startsWith("GET ") && !route.endsWith("/oauth/token") && status < 400,
  );
  expect(changes).toEqual([]);
});

it("waits where calls come too fast, instead of guessing", async () => {
  await auth0.control("PUT /settings", { ...asItShouldBe, plan: "free" });
  const found = await runChecks({ ...settings, AUTH0_PLAN: "free" });
  expect(wrongOnes(found)).toEqual([]);
  expect(unknownOnes(found)).toEqual(notTold.map(({ name }) => name));
});
