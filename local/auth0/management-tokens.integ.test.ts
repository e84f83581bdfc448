import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getWithToken } from "./testing/get-with-token";
import { readObject } from "./testing/read-object";
import { startTestTenant, type TestTenant } from "./testing/start-test-tenant";
import { app } from "./testing/test-app";

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  await tenant.control("POST /reset");
});

const get = (path: string, token: string) => getWithToken(tenant, path, token);

const ask = async (body: RequestInit["body"], headers: Record<string, string> = {}) => {
  const reply = await fetch(`${tenant.origin}/oauth/token`, {
    method: "POST",
    headers,
    body: body ?? null,
  });
  return { status: reply.status, body: await readObject(reply) };
};
const wish = () => ({
  grant_type: "client_credentials",
  client_id: app.clientId,
  client_secret: app.clientSecret,
  audience: `https://${new URL(tenant.origin).host}/api/v2/`,
});

test("Management API tokens hold exactly the portal's five scopes for a day, asked for by form or JSON", async () => {
  const json = { "content-type": "application/json" };
  for (const { status, body } of [
    await ask(new URLSearchParams(wish())),
    await ask(JSON.stringify(wish()), json),
  ]) {
    expect(status).toBe(200);
    expect(body).toMatchObject({
      scope: "read:users update:users delete:users create:users create:user_tickets",
      expires_in: 86_400,
      token_type: "Bearer",
    });
    const claims = JSON.parse(
      Buffer.from(String(body.access_token).split(".")[1] ?? "", "base64url").toString(),
    );
    expect(claims).toMatchObject({
      sub: `${app.clientId}@clients`,
      aud: wish().audience,
      gty: "client-credentials",
    });
  }
});

test("the application may also name itself by Basic authentication", async () => {
  const { client_id, client_secret, ...rest } = wish();
  const askWith = (secret: string) => {
    const credentials = Buffer.from(`${client_id}:${secret}`).toString("base64");
    return ask(new URLSearchParams(rest), { authorization: `Basic ${credentials}` });
  };
  expect((await askWith(client_secret)).status).toBe(200);
  expect((await askWith("100%wrong")).status).toBe(401);
});

test("they are not given to strangers, for other APIs or by other grants", async () => {
  expect(await ask(new URLSearchParams({ ...wish(), client_secret: "wrong" }))).toEqual({
    status: 401,
    body: { error: "access_denied", error_description: "Unauthorized" },
  });
  expect((await ask(new URLSearchParams({ ...wish(), audience: "https://other/" }))).status).toBe(403);
  expect((await ask(new URLSearchParams({ ...wish(), grant_type: "password" }))).status).toBe(403);
});

test("they are demanded, checked and limited by scope", async () => {
  const genuine = await tenant.token();
  const [header, claims, signature = ""] = genuine.split(".");
  const forged = `${header}.${claims}.${signature.split("").reverse().join("")}`;
  expect((await get("/api/v2/users", "nonsense")).body).toMatchObject({
    statusCode: 401,
    message: "Invalid token.",
  });
  expect((await get("/api/v2/users", forged)).body).toMatchObject({
    statusCode: 401,
    message: "Invalid signature received for JSON Web Token validation.",
  });
  expect((await get("/api/v2/users", await tenant.token("create:users"))).body).toEqual({
    statusCode: 403,
    error: "Forbidden",
    message: "Insufficient scope, expected any of: read:users",
    errorCode: "insufficient_scope",
  });
});

test.each([
  ["POST", "/jobs/users-imports", "create:users"],
  ["GET", "/jobs/job_1", "create:users,read:users"],
  ["GET", "/jobs/job_1/errors", "create:users,read:users"],
  ["POST", "/tickets/email-verification", "create:user_tickets"],
  ["POST", "/tickets/password-change", "create:user_tickets"],
  ["POST", "/users", "create:users"],
  ["GET", "/users", "read:users"],
  ["GET", "/users/auth0%7Ca", "read:users"],
  ["GET", "/users-by-email", "read:users"],
  ["PATCH", "/users/auth0%7Ca", "update:users,update:users_app_metadata"],
  ["DELETE", "/users/auth0%7Ca", "delete:users"],
])("%s %s without a scope of its own answers 403 and names %s", async (method, path, wanted) => {
  const headers = { authorization: `Bearer ${await tenant.token("read:nothing")}` };
  const reply = await fetch(`${tenant.origin}/api/v2${path}`, { method, headers });
  expect({ status: reply.status, body: await readObject(reply) }).toEqual({
    status: 403,
    body: {
      statusCode: 403,
      error: "Forbidden",
      message: `Insufficient scope, expected any of: ${wanted}`,
      errorCode: "insufficient_scope",
    },
  });
});
