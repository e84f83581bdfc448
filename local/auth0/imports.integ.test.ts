import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { importPeople, jobEnd } from "./testing/import-people";
import { readObject } from "./testing/read-object";
import { startTestTenant, type TestTenant } from "./testing/start-test-tenant";
import { connection } from "./testing/test-app";

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
  await tenant.control("PUT /settings", { rateLimits: false });
});
afterAll(() => tenant.stop());
beforeEach(() => tenant.control("POST /reset"));

const uuid = "11111111-2222-4333-8444-555555555555";
const person = (name: string) => ({ email: `${name}@acme.test`, email_verified: false });

async function errorsOf(users: unknown, extra = {}) {
  const { id } = await importPeople(tenant, users, extra);
  const job = await jobEnd(tenant, id);
  return { job, errors: await tenant.management.jobs.errors.get(id) };
}

async function post(form: FormData) {
  const reply = await fetch(`${tenant.origin}/api/v2/jobs/users-imports`, {
    method: "POST",
    headers: { authorization: `Bearer ${await tenant.token()}` },
    body: form,
  });
  return { status: reply.status, body: await readObject(reply) };
}

function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

test("a job is pending at first, then completed with a summary, and its users exist", async () => {
  const submitted = await importPeople(tenant, [
    { ...person("ann"), user_id: uuid, name: "Ann", app_metadata: { tenant: "t1" } },
    person("Bob"),
  ]);
  expect(submitted).toMatchObject({
    type: "users_import",
    status: "pending",
    connection_id: connection.id,
    connection: connection.name,
    external_id: "batch-1",
    id: expect.stringMatching(/^job_[A-Za-z0-9]{16}$/),
  });
  expect(await jobEnd(tenant, submitted.id)).toMatchObject({
    status: "completed",
    summary: { total: 2, inserted: 2, updated: 0, failed: 0 },
  });
  await expect(tenant.management.jobs.errors.get(submitted.id)).resolves.toBeUndefined();
  expect(await tenant.management.users.get(`auth0|${uuid}`)).toMatchObject({
    email: "ann@acme.test",
    email_verified: false,
    name: "Ann",
    app_metadata: { tenant: "t1" },
    identities: [{ connection: connection.name, provider: "auth0", user_id: uuid, isSocial: false }],
  });
  expect(await tenant.management.users.listUsersByEmail({ email: "bob@acme.test" })).toHaveLength(1);
});

test("bad rows are reported one by one and don't stop the good ones", async () => {
  const bad = { email: "not an address" };
  const { job, errors } = await errorsOf([person("ann"), bad, { ...person("bob"), role: "admin" }, {}]);
  expect(job).toMatchObject({
    status: "completed",
    summary: { total: 4, inserted: 1, updated: 0, failed: 3 },
  });
  expect(errors).toMatchObject([
    { user: bad, errors: [{ code: "INVALID_FORMAT", path: "identities[0].profileData.email" }] },
    { errors: [{ message: "Additional properties not allowed: role" }] },
    { user: {}, errors: [{ message: "Missing required property: email" }] },
  ]);
});

test("existing users are duplicates without upsert, and so is the same file again", async () => {
  const file = [person("ann"), person("bob")];
  await errorsOf(file);
  const { job, errors } = await errorsOf(file);
  expect(job).toMatchObject({ status: "completed", summary: { inserted: 0, failed: 2 } });
  expect(errors).toMatchObject([
    {
      user: file[0],
      errors: [{ code: "DUPLICATED_USER", message: "The user already exist and upsert parameter is false" }],
    },
    { user: file[1] },
  ]);
});

test("an id that is taken is a duplicate even with another address", async () => {
  await errorsOf([{ ...person("ann"), user_id: uuid }]);
  const { errors } = await errorsOf([{ ...person("bob"), user_id: uuid }]);
  expect(errors).toMatchObject([{ errors: [{ code: "DUPLICATED_USER" }] }]);
});

test("a second row with the same address in one file is an error, whatever its case", async () => {
  const { job, errors } = await errorsOf([person("ann"), person("ANN")]);
  expect(job).toMatchObject({ summary: { inserted: 1, failed: 1 } });
  expect(errors).toMatchObject([{ user: person("ANN"), errors: [{ code: "DUPLICATED_USER" }] }]);
});

test("upsert replaces metadata and leaves the id, the block and the password alone", async () => {
  await tenant.control("POST /users", {
    ...person("ann"),
    user_id: uuid,
    blocked: true,
    app_metadata: { old: 1 },
  });
  const { job } = await errorsOf(
    [{ ...person("ann"), name: "Ann A.", blocked: false, user_id: "other", app_metadata: { fresh: 1 } }],
    { upsert: true },
  );
  expect(job).toMatchObject({ summary: { inserted: 0, updated: 1, failed: 0 } });
  expect(await tenant.management.users.get(`auth0|${uuid}`)).toMatchObject({
    name: "Ann A.",
    blocked: true,
    app_metadata: { fresh: 1 },
  });
});

test("a file that is no JSON list fails the job as a whole", async () => {
  const { job, errors } = await errorsOf("[{");
  const details = "Failed to parse users file JSON when importing users. Make sure it is valid JSON.";
  expect(job).toMatchObject({ status: "failed", status_details: details });
  expect(errors).toMatchObject({ status: "failed", status_details: details });
});

test("a file with text that can't be stored fails its own job and holds up no other", async () => {
  for (const name of ["Ann\u0000", "Ann\ud800"]) {
    const poisoned = await errorsOf([{ ...person("ann"), app_metadata: { name } }]);
    expect(poisoned.job).toMatchObject({ status: "failed" });
  }
  expect((await errorsOf([person("bob")])).job).toMatchObject({ summary: { inserted: 1 } });
});

test("a third active job is refused with 429, and taken once one has finished", async () => {
  await tenant.control("POST /jobs/hold", { times: 2 });
  const first = await importPeople(tenant, [person("ann")]);
  await importPeople(tenant, [person("bob")]);
  await expect(importPeople(tenant, [person("cid")])).rejects.toMatchObject({
    statusCode: 429,
    body: {
      message:
        "There are 2 active import users jobs, please wait until some of them are finished and try again",
      errorCode: "too_many_requests",
    },
  });
  await tenant.control("POST /jobs/finish", { id: first.id });
  await expect(importPeople(tenant, [person("cid")])).resolves.toMatchObject({ status: "pending" });
});

test("the whole request may have 512,000 bytes and not one more", async () => {
  const post512 = async (fileBytes: number) => {
    const head = `--B\r\nContent-Disposition: form-data; name="connection_id"\r\n\r\n${connection.id}\r\n--B\r\nContent-Disposition: form-data; name="users"; filename="u.json"\r\nContent-Type: application/json\r\n\r\n`;
    const tail = "\r\n--B--\r\n";
    const padding = " ".repeat(fileBytes - head.length - tail.length - 2);
    const reply = await fetch(`${tenant.origin}/api/v2/jobs/users-imports`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await tenant.token()}`,
        "content-type": "multipart/form-data; boundary=B",
      },
      body: `${head}[${padding}]${tail}`,
    });
    return { status: reply.status, body: await reply.json() };
  };
  expect((await post512(512_000)).status).toBe(202);
  expect(await post512(512_001)).toMatchObject({
    status: 413,
    body: { statusCode: 413, message: "Payload content length greater than maximum allowed: 512000." },
  });
});

test("requests without their parts are refused in Auth0's words", async () => {
  const users = new Blob(["[]"], { type: "application/json" });
  const connection_id = connection.id;
  const messageOf = async (fields: Record<string, string | Blob>) =>
    (await post(formOf(fields))).body.message;
  expect(await messageOf({ connection_id })).toBe("Must provide 'users' file as multipart part.");
  expect(await messageOf({ users })).toBe("Must provide 'connection_id' as multipart part.");
  expect(await messageOf({ users, connection_id: "mine" })).toBe(
    "Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$' on property connection_id.",
  );
  expect(await messageOf({ users, connection_id: "con_ffffffffffffffff" })).toBe(
    "The connection does not exist.",
  );
  expect(await messageOf({ users: new Blob([]), connection_id })).toBe("Users file must not be empty.");
  expect(await messageOf({ users, connection_id, colour: "red" })).toContain("not allowed: colour");
  await tenant.control("PUT /settings", { connectionEnabled: false });
  expect(await messageOf({ users, connection_id })).toBe("Connection must be enabled.");
  await tenant.control("PUT /settings", { connectionEnabled: true });
});

test("jobs run in the order of submission", async () => {
  const first = await importPeople(tenant, [{ ...person("ann"), name: "First" }]);
  const second = await importPeople(tenant, [{ ...person("ann"), name: "Second" }]);
  expect(await jobEnd(tenant, second.id)).toMatchObject({ summary: { inserted: 0, failed: 1 } });
  expect(await jobEnd(tenant, first.id)).toMatchObject({ summary: { inserted: 1, failed: 0 } });
});

test("a job and its errors are gone after 24 hours; unfinished after two it has failed", async () => {
  const { job: completed } = await errorsOf([{}]);
  await tenant.control("POST /jobs/hold", { times: 1 });
  const held = await importPeople(tenant, [person("ann")]);
  await tenant.control("POST /clock", { advanceSeconds: 2 * 3_600 });
  expect(await tenant.management.jobs.get(held.id)).toMatchObject({ status: "failed" });
  await tenant.control("POST /clock", { advanceSeconds: 22 * 3_600 - 60 });
  expect(await tenant.management.jobs.errors.get(completed.id)).toHaveLength(1);
  await tenant.control("POST /clock", { advanceSeconds: 60 });
  for (const { id } of [completed, held]) {
    await expect(tenant.management.jobs.get(id)).rejects.toMatchObject({ statusCode: 404 });
    await expect(tenant.management.jobs.errors.get(id)).rejects.toMatchObject({ statusCode: 404 });
  }
});

test("a lost job answers 404 and never runs", async () => {
  const { id } = await importPeople(tenant, [person("ann")]);
  await tenant.control("POST /jobs/lose", { id });
  await expect(tenant.management.jobs.get(id)).rejects.toMatchObject({ statusCode: 404 });
  expect(await tenant.management.users.listUsersByEmail({ email: "ann@acme.test" })).toEqual([]);
});

test("a pending job outlives a crash and runs once", async () => {
  await tenant.control("POST /jobs/hold", { times: 1 });
  const held = await importPeople(tenant, [person("ann")]);
  const pending = await importPeople(tenant, [person("bob")]);
  await tenant.crashAndRestart();
  await tenant.control("PUT /settings", { rateLimits: false });
  expect(await jobEnd(tenant, pending.id)).toMatchObject({ summary: { inserted: 1, failed: 0 } });
  expect(await tenant.management.jobs.get(held.id)).toMatchObject({ status: "pending" });
  await tenant.control("POST /jobs/finish", {});
  expect(await tenant.management.jobs.get(held.id)).toMatchObject({ status: "completed" });
});

test("a thousand people take one job", async () => {
  const people = Array.from({ length: 1_000 }, (_, index) => person(`p${index}`));
  const { job } = await errorsOf(people);
  expect(job).toMatchObject({ summary: { total: 1_000, inserted: 1_000, failed: 0 } });
});
