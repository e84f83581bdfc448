import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { startTestTenant, type TestTenant } from "./testing/start-test-tenant";
import { app } from "./testing/test-app";

const email = "ann@acme.test";
let tenant: TestTenant;
let user_id: string;

beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  await tenant.control("POST /reset");
  const user = await tenant.control("POST /users", { email });
  user_id = z.looseObject({ user_id: z.string() }).parse(user).user_id;
});

const refusal = (request: Promise<unknown>) =>
  request.then(
    () => ({ statusCode: 0, body: {} }),
    ({ statusCode, body }) => ({ statusCode, body }),
  );
const send = async (method: string, path: string, body: unknown) => {
  const reply = await fetch(`${tenant.origin}/api/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${await tenant.token()}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.json() };
};

test.each([
  ["new_password", "POST", "/tickets/password-change"],
  ["mark_email_as_verified", "POST", "/tickets/email-verification"],
  ["role", "POST", "/users"],
  ["user_id", "PATCH", "/users/auth0%7Cann"],
])("refuses %s in %s %s, as every unknown field", async (field, method, path) => {
  const known = path.startsWith("/tickets") ? { user_id } : {};
  expect(await send(method, path, { ...known, [field]: "chosen by somebody else" })).toEqual({
    status: 400,
    body: {
      statusCode: 400,
      error: "Bad Request",
      message: `Payload validation error: 'Additional properties not allowed: ${field}'.`,
      errorCode: "invalid_body",
    },
  });
});

test("refuses result_url together with client_id", async () => {
  const both = { user_id, client_id: app.clientId, result_url: app.url };
  expect(await refusal(tenant.management.tickets.verifyEmail(both))).toMatchObject({ statusCode: 400 });
});

test("refuses unknown users, clients, organizations, connections, and negative lifetimes", async () => {
  const { tickets } = tenant.management;
  const statusOf = async (body: Parameters<typeof tickets.changePassword>[0]) =>
    (await refusal(tickets.changePassword(body))).statusCode;
  expect(await statusOf({ user_id: "auth0|nobody" })).toBe(404);
  expect(await statusOf({ user_id, client_id: "unknown" })).toBe(400);
  expect(await statusOf({ user_id, organization_id: "org_1" })).toBe(400);
  expect(await statusOf({ connection_id: "con_ffffffffffffffff", email })).toBe(400);
  expect(await statusOf({ user_id, ttl_sec: -1 })).toBe(400);
  expect(await statusOf({})).toBe(400);
});
