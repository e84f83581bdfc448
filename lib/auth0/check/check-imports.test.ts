import { expect, it } from "vitest";
import type { TenantReply } from "./ask-tenant";
import { checkImports } from "./check-imports";
import { openTenant } from "./open-tenant";

const reply = (status: number, json: Record<string, unknown>): TenantReply => ({
  status,
  headers: new Headers(),
  text: JSON.stringify(json),
  json,
});

/** A tenant whose Management API answers each path with the next of these. */
function tenantWith(answers: Record<string, TenantReply[]>) {
  const asked: string[] = [];
  const tenant = openTenant({
    APP_BASE_URL: "https://portal.example.com",
    AUTH0_MODE: "auth0",
    AUTH0_DOMAIN: "acme.eu.auth0.com",
    AUTH0_CLIENT_ID: "id",
    AUTH0_CLIENT_SECRET: "secret",
    AUTH0_CONNECTION: "analystick-people",
    AUTH0_CONNECTION_ID: "con_0123456789abcdef",
    AUTH0_LOGIN_STYLE: "universal",
    AUTH0_PLAN: "free",
  });
  const api = async (path: string) => {
    asked.push(path);
    return answers[path]?.shift() ?? reply(500, {});
  };
  return { tenant: { ...tenant, api }, asked };
}

it.each([
  ["Connection must be a database connection.", /not a database connection/],
  ["Connection must be enabled.", /enabled for no application/],
  ["Custom Database Connections without import mode are not allowed.", /a database of its own/],
])("knows Auth0's reason: %s", async (message, words) => {
  const { tenant } = tenantWith({ "/jobs/users-imports": [reply(400, { message })] });
  expect(await checkImports.look(tenant)).toMatchObject({
    is: "wrong",
    detail: expect.stringMatching(words),
  });
});

it("a tenant that judges the file before the connection proves nothing", async () => {
  const empty = reply(400, { message: "Users file must not be empty." });
  const { tenant } = tenantWith({ "/jobs/users-imports": [empty, empty] });
  expect((await checkImports.look(tenant)).is).toBe("unknown");
});

it("an import that is taken nevertheless is waited for, so that none stays active, and proves nothing", async () => {
  const { tenant, asked } = tenantWith({
    "/jobs/users-imports": [reply(202, { id: "job_1", status: "pending" })],
    "/jobs/job_1": [reply(200, { status: "pending" }), reply(200, { status: "failed" })],
  });
  expect((await checkImports.look(tenant)).is).toBe("unknown");
  expect(asked).toEqual(["/jobs/users-imports", "/jobs/job_1", "/jobs/job_1"]);
});
