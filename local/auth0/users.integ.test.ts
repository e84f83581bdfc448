import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authorize } from "./testing/authorize";
import { openBrowser } from "./testing/open-browser";
import { startTestTenant, type TestTenant } from "./testing/start-test-tenant";
import { connection } from "./testing/test-app";

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
  await tenant.control("PUT /settings", { rateLimits: false });
});
afterAll(() => tenant.stop());
beforeEach(() => tenant.control("POST /reset"));

const newUser = (name: string) => ({
  connection: connection.name,
  email: `${name}@acme.test`,
  password: "correct horse",
  verify_email: false,
});
const create = async (name: string, extra = {}) =>
  String((await tenant.management.users.create({ ...newUser(name), ...extra })).user_id);

test("a new user has what Auth0 makes up, and no trace of the password", async () => {
  const user = await tenant.management.users.create(newUser("Ann"));
  expect(user).toMatchObject({
    email: "ann@acme.test",
    email_verified: false,
    name: "ann@acme.test",
    nickname: "ann",
    user_id: expect.stringMatching(/^auth0\|[0-9a-f]{24}$/),
  });
  expect(JSON.stringify(user)).not.toContain("password");
});

test("a second user with the same address is a conflict", async () => {
  await create("ann");
  await expect(create("ANN")).rejects.toMatchObject({
    statusCode: 409,
    body: {
      statusCode: 409,
      error: "Conflict",
      message: "The user already exists.",
      errorCode: "auth0_idp_error",
    },
  });
});

test("unknown fields, missing passwords, weak ones and other connections are refused", async () => {
  await expect(create("ann", { role: "admin" })).rejects.toMatchObject({
    statusCode: 400,
    body: { message: "Payload validation error: 'Additional properties not allowed: role'." },
  });
  await expect(create("ann", { password: undefined })).rejects.toMatchObject({ statusCode: 400 });
  await expect(create("ann", { password: "short" })).rejects.toMatchObject({ statusCode: 400 });
  await expect(create("ann", { connection: "other" })).rejects.toMatchObject({ statusCode: 400 });
});

test("app_metadata must not carry Auth0's own keys", async () => {
  await expect(create("ann", { app_metadata: { email_verified: true } })).rejects.toMatchObject({
    statusCode: 400,
  });
});

test("an update merges metadata at its top level and replaces the rest", async () => {
  const id = await create("ann", { app_metadata: { a: { deep: 1 }, b: 2, c: 3 } });
  const updated = await tenant.management.users.update(id, {
    blocked: true,
    app_metadata: { a: { other: 1 }, b: null },
  });
  expect(updated).toMatchObject({ blocked: true, app_metadata: { a: { other: 1 }, c: 3 } });
  expect(updated.app_metadata).not.toHaveProperty("b");
  expect(await tenant.management.users.get(id)).toMatchObject({ blocked: true });
});

test("what Auth0 doesn't change together is refused, and nothing is changed", async () => {
  const id = await create("ann");
  const both = { email: "new@acme.test", password: "another password" };
  await expect(tenant.management.users.update(id, both)).rejects.toMatchObject({
    statusCode: 400,
    body: { message: "Cannot update password and email simultaneously" },
  });
  expect(await tenant.management.users.get(id)).toMatchObject({ email: "ann@acme.test" });
});

test("a new address is unverified unless the update says otherwise", async () => {
  const id = await create("ann", { email_verified: true });
  const moved = await tenant.management.users.update(id, { email: "Ann.B@acme.test" });
  expect(moved).toMatchObject({ email: "ann.b@acme.test", email_verified: false });
});

test("an address that somebody else has is refused", async () => {
  await create("bob");
  const id = await create("ann");
  await expect(tenant.management.users.update(id, { email: "bob@acme.test" })).rejects.toMatchObject({
    statusCode: 400,
  });
});

test("a new password is dated and ends the sessions", async () => {
  const id = await create("ann");
  const browser = openBrowser(tenant.origin);
  const login = await browser.open(authorize(tenant.origin).url);
  await browser.submit(login, { username: "ann@acme.test", password: "correct horse" });
  await tenant.management.users.update(id, { password: "another password" });
  expect(await tenant.management.users.get(id)).toHaveProperty("last_password_reset");
  expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/u/login?state=");
});

test("a password that the API sets lifts an administrator's block, one that the user sets does not", async () => {
  const id = await create("ann");
  await tenant.management.users.update(id, { blocked: true });
  const { ticket } = await tenant.management.tickets.changePassword({ user_id: id });
  const browser = openBrowser(tenant.origin);
  const fields = { "password-reset": "the new password", "re-enter-password": "the new password" };
  await browser.submit(await browser.open(ticket), fields);
  expect(await tenant.management.users.get(id)).toMatchObject({ blocked: true });
  await tenant.management.users.update(id, { password: "another password" });
  expect(await tenant.management.users.get(id)).not.toHaveProperty("blocked");
});

test("a deleted user is gone everywhere; deleting twice is no error", async () => {
  const id = await create("ann");
  await tenant.management.users.delete(id);
  await tenant.management.users.delete(id);
  await expect(tenant.management.users.get(id)).rejects.toMatchObject({
    statusCode: 404,
    body: { errorCode: "inexistent_user" },
  });
  expect(await tenant.management.users.listUsersByEmail({ email: "ann@acme.test" })).toEqual([]);
});

test("lookup by address is case-sensitive and immediate; the list lags behind", async () => {
  await tenant.control("PUT /settings", { searchDelayMs: 60_000 });
  await create("ann");
  expect(await tenant.management.users.listUsersByEmail({ email: "ann@acme.test" })).toHaveLength(1);
  expect(await tenant.management.users.listUsersByEmail({ email: "Ann@acme.test" })).toHaveLength(0);
  expect((await tenant.management.users.list()).data).toHaveLength(0);
  await tenant.control("POST /clock", { advanceSeconds: 61 });
  expect((await tenant.management.users.list()).data).toHaveLength(1);
});

test("the list is paged, with totals, and searched by address", async () => {
  await tenant.control("PUT /settings", { searchDelayMs: 0 });
  for (const name of ["a", "b", "c"]) await create(name);
  const page = await tenant.management.users.list({ page: 1, per_page: 2 });
  expect(page.response).toMatchObject({ start: 2, limit: 2, length: 1, total: 3 });
  const found = await tenant.management.users.list({ q: 'email:"b@acme.test"', search_engine: "v3" });
  expect(found.data).toMatchObject([{ email: "b@acme.test" }]);
  expect((await tenant.management.users.list({ connection: "other" })).response).toMatchObject({ total: 0 });
  await expect(tenant.management.users.list({ per_page: 101 })).rejects.toMatchObject({ statusCode: 400 });
  await expect(tenant.management.users.list({ page: 20, per_page: 50 })).rejects.toMatchObject({
    statusCode: 400,
  });
});
