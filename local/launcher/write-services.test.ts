import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { composePlan } from "./compose-plan";
import { loadSecrets } from "./load-secrets";
import { writeServices } from "./write-services";

const ports = { app: 3000, auth0: 3001, auth0Control: 3002, mailbox: 3003, smtp: 3004, postgres: 3005 };
const admin = "postgres://postgres:secret@127.0.0.1:3005/postgres";
let home: string;
let file: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "analystick-services-"));
  file = join(home, "services.json");
});
afterEach(() => rmSync(home, { recursive: true }));

/** What is written down for an operator who has set these variables. */
function written(operator: Record<string, string>): Record<string, unknown> {
  writeServices(home, composePlan(operator, ports, loadSecrets(home), home), admin);
  return JSON.parse(readFileSync(file, "utf8"));
}

test("everything is written down, for its owner's eyes alone", () => {
  const { ownerPassword, appPassword, queuePassword, auth0Password } = loadSecrets(home);
  const at = "127.0.0.1:3005";
  expect(written({})).toEqual({
    app: "http://localhost:3000",
    auth0: "http://localhost:3001",
    auth0Control: "http://127.0.0.1:3002",
    mailbox: "http://127.0.0.1:3003",
    smtp: "smtp://127.0.0.1:3004",
    databases: {
      admin,
      owner: `postgres://analystick_owner:${ownerPassword}@${at}/analystick`,
      app: `postgres://analystick_app:${appPassword}@${at}/analystick`,
      queue: `postgres://analystick_queue:${queuePassword}@${at}/analystick`,
      auth0: `postgres://local_auth0:${auth0Password}@${at}/local_auth0`,
    },
    people: [],
  });
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("people of an earlier start are kept, and a file that is open to others is closed", () => {
  const people = [{ email: "ada@acme.example", password: "p", name: "Ada", role: "admin", tenant: "acme" }];
  writeFileSync(file, JSON.stringify({ people }), { mode: 0o644 });
  expect(written({}).people).toEqual(people);
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("what the operator brought is not ours to write down: it stands there as null", () => {
  const outside = {
    DATABASE_URL: "postgres://app:theirs@db/app",
    AUTH0_DOMAIN: "acme.eu.auth0.com",
    AUTH0_CLIENT_SECRET: "theirs",
    SMTP_URL: "smtp://user:theirs@mail",
  };
  const { databases, ...services } = written(outside);
  expect(services).toMatchObject({ auth0: null, auth0Control: null, mailbox: null, smtp: null });
  expect(databases).toMatchObject({ owner: null, app: null, queue: null, auth0: null });
  expect(readFileSync(file, "utf8")).not.toContain("theirs");
});
