import { expect, test } from "vitest";
import { composePlan } from "./compose-plan";
import type { Secrets } from "./load-secrets";

const ports = { app: 3000, auth0: 3001, auth0Control: 3002, mailbox: 3003, smtp: 3004, postgres: 3005 };
const secrets: Secrets = {
  ownerPassword: "o",
  appPassword: "a",
  queuePassword: "q",
  auth0Password: "t",
  clientId: "client",
  clientSecret: "client-secret",
  connectionId: "con_0000000000000000",
  sessionSecret: "s".repeat(64),
  invitationSecret: "i".repeat(64),
};
const compose = (operator: Record<string, string>) => composePlan(operator, ports, secrets, "/home");
const outside = {
  DATABASE_URL: "postgres://db/app",
  AUTH0_DOMAIN: "acme.eu.auth0.com",
  SMTP_URL: "smtp://mail",
};

test("with nothing set, everything is local and the portal is told where", () => {
  const plan = compose({});
  expect(plan.local).toEqual({ postgres: true, database: true, mailbox: true, tenant: true });
  expect(plan.everythingLocal).toBe(true);
  expect(plan.portal).toMatchObject({
    APP_BASE_URL: "http://localhost:3000",
    AUTH0_MODE: "local",
    AUTH0_DOMAIN: "http://localhost:3001",
    DATABASE_URL: "postgres://analystick_app:a@127.0.0.1:3005/analystick",
    SMTP_URL: "smtp://127.0.0.1:3004",
  });
});

test("the portal and the local tenant are told the same client, connection, plan and style", () => {
  const { portal, tenant } = compose({ AUTH0_PLAN: "enterprise", AUTH0_LOGIN_STYLE: "classic" });
  expect(tenant.LOCAL_AUTH0_CLIENT_ID).toBe(portal.AUTH0_CLIENT_ID);
  expect(tenant.LOCAL_AUTH0_CLIENT_SECRET).toBe(portal.AUTH0_CLIENT_SECRET);
  expect(tenant.LOCAL_AUTH0_CONNECTION_ID).toBe(portal.AUTH0_CONNECTION_ID);
  expect([tenant.LOCAL_AUTH0_PLAN, tenant.LOCAL_AUTH0_LOGIN_STYLE]).toEqual(["enterprise", "classic"]);
});

test("what the operator set is not replaced, and an empty variable counts as unset", () => {
  const plan = compose({ SMTP_URL: "smtp://mail", DATABASE_URL: "" });
  expect(plan.local).toMatchObject({ mailbox: false, database: true, tenant: true });
  expect(plan.portal.SMTP_URL).toBe("smtp://mail");
  expect(plan.everythingLocal).toBe(false);
});

test("an outside Auth0 gets none of the local tenant's credentials, so that a missing one is noticed", () => {
  const { portal, local } = compose({ AUTH0_DOMAIN: "acme.eu.auth0.com" });
  expect(local.tenant).toBe(false);
  expect(portal.AUTH0_CLIENT_SECRET).toBeUndefined();
  expect(portal.AUTH0_MODE).toBeUndefined();
});

test("an outside database keeps its own logins; the local tenant still gets a server to keep its data", () => {
  const { portal, local } = compose({ DATABASE_URL: outside.DATABASE_URL });
  expect(local).toMatchObject({ postgres: true, database: false });
  expect(portal.DATABASE_OWNER_URL).toBeUndefined();
  expect(compose({ ...outside }).local.postgres).toBe(false);
});

test("in production nothing is local and nothing is made up", () => {
  const plan = composePlan(
    { NODE_ENV: "production", DATABASE_URL: "postgres://db/app" },
    ports,
    undefined,
    "/home",
  );
  expect(plan.local).toEqual({ postgres: false, database: false, mailbox: false, tenant: false });
  expect(plan.portal).toEqual({
    NODE_ENV: "production",
    DATABASE_URL: "postgres://db/app",
    PORT: "3000",
    ANALYSTICK_HOME: "/home",
  });
});
