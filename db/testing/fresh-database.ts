import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { provision } from "../provision";
import { type DatabaseUrls, dataFolder, portalEnvironment } from "./portal-environment";

export type FreshDatabase = { urls: DatabaseUrls; sql: postgres.Sql; drop(): Promise<void> };

const PASSWORD = "only-for-tests";

/**
 * A migrated database of its own for a suite, copied from a template that the first suite of a run makes. `sql` is
 * the superuser inside it: for looking at the truth past all policies. `drop` when done.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = await ensureTemplate();
  const name = `suite_${randomBytes(6).toString("hex")}`;
  return openDatabase(name, template);
}

/** A provisioned database without any table: what the migrations start from. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return openDatabase(`empty_${randomBytes(6).toString("hex")}`, null);
}

/** Runs the migrations as the operator does, in a process of their own. Rejects with its words if they fail. */
export async function runMigrations(urls: DatabaseUrls): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/migrate.ts"], {
    env: { ...process.env, ...portalEnvironment(urls) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let words = "";
  child.stderr.on("data", (bytes: Buffer) => {
    words += bytes.toString();
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`the migrations ended with ${code}: ${words}`);
}

async function openDatabase(name: string, template: string | null): Promise<FreshDatabase> {
  const urls = urlsOf(name);
  const admin = postgres(serverUrl(), { max: 1, onnotice: () => {} });
  if (template !== null)
    await admin`create database ${admin(name)} template ${admin(template)} owner test_owner`;
  await provision({ adminUrl: serverUrl(), ownerUrl: urls.owner, appUrl: urls.app, queueUrl: urls.queue });
  const sql = postgres(urls.admin, { max: 4, onnotice: () => {} });
  return {
    urls,
    sql,
    async drop() {
      await sql.end({ timeout: 2 });
      rmSync(dataFolder(urls), { recursive: true, force: true });
      await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}

/** Suites start side by side: the first makes the template while the others wait. */
async function ensureTemplate(): Promise<string> {
  const name = `template_${sourceHash()}`;
  const admin = postgres(serverUrl(), { max: 1, onnotice: () => {} });
  try {
    await admin`select pg_advisory_lock(hashtext(${name}))`;
    const known = await admin`select 1 from pg_database where datname = ${name}`;
    if (known.length > 0) return name;
    const making = await openDatabase(`making_${randomBytes(6).toString("hex")}`, null);
    await runMigrations(making.urls);
    await making.sql.end();
    await admin`alter database ${admin(new URL(making.urls.admin).pathname.slice(1))} rename to ${admin(name)}`;
    return name;
  } finally {
    await admin.end();
  }
}

/** A server that outlives the run must not offer yesterday's template. */
function sourceHash(): string {
  const folders = ["db/migrations", "db/queue"].flatMap((folder) =>
    readdirSync(folder).map((file) => join(folder, file)),
  );
  const files = [...folders.filter((file) => file.endsWith(".sql")), "db/provision.ts", "package.json"];
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function urlsOf(name: string): DatabaseUrls {
  const login = (user: string, password: string) => {
    const url = new URL(serverUrl());
    url.username = user;
    url.password = password;
    url.pathname = `/${name}`;
    return url.href;
  };
  const { username, password } = new URL(serverUrl());
  return {
    admin: login(username, password),
    owner: login("test_owner", PASSWORD),
    app: login("test_app", PASSWORD),
    queue: login("test_queue", PASSWORD),
  };
}

function serverUrl(): string {
  const url = process.env.TEST_ADMIN_DATABASE_URL;
  if (!url)
    throw new Error("TEST_ADMIN_DATABASE_URL must name a PostgreSQL superuser: run npm test -- integration");
  return url;
}
