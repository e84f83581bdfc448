import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findFreePort } from "@/db/testing/find-free-port";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { portalEnvironment } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { checks } from "@/lib/auth0/check/checks";
import { notTold } from "@/lib/auth0/check/not-told";
import { behaviours } from "@/lib/auth0/contract/behaviours";

let database: FreshDatabase;
let auth0: TestAuth0;

beforeAll(async () => {
  database = await freshDatabase();
  auth0 = await startAuth0(database.urls);
});
afterAll(async () => {
  await auth0.stop();
  await database.drop();
});

async function run(
  script: string,
  changes: Record<string, string> = {},
  launch: string[] = ["--import", "tsx"],
) {
  const env = { ...process.env, ...portalEnvironment(database.urls, { auth0: auth0.origin }), ...changes };
  const child = spawn(process.execPath, [...launch, script], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes: Buffer) => {
      said += bytes.toString();
    });
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, said };
}

const expectNoSecrets = (said: string) => expect(said).not.toMatch(/secret-under-test|eyJ|ticket=|@/);

it("auth0:check ends with 0 and one line for each check when nothing is wrong, and says no secret", async () => {
  const { code, said } = await run("scripts/auth0-check.ts");
  expect(said).toMatch(/^right +Callback URL: http:\/\/localhost:4600\/auth\/callback is allowed$/m);
  expect(said).toMatch(/^cannot be told +Login URI: .*\n +Look: .*http:\/\/localhost:4600\/continue/m);
  expect(said).toMatch(/11 right, 0 wrong, 4 cannot be told\n$/);
  expect(code).toBe(0);
  expectNoSecrets(said);
});

it("auth0:check ends with 1 and the mend when something is wrong", async () => {
  const { code, said } = await run("scripts/auth0-check.ts", { AUTH0_CONNECTION_ID: "con_wrong56789abcdef" });
  expect(said).toMatch(/^WRONG +AUTH0_CONNECTION_ID: .*\n +Mend: Set AUTH0_CONNECTION_ID/m);
  expect(code).toBe(1);
});

it("auth0:check names what the environment lacks before it asks anybody", async () => {
  const { code, said } = await run("scripts/auth0-check.ts", {
    AUTH0_CONNECTION_ID: "",
    AUTH0_CLIENT_SECRET: "",
  });
  expect(said.trim().split("\n").sort()).toEqual([
    "AUTH0_CLIENT_SECRET is missing",
    "AUTH0_CONNECTION_ID is missing",
  ]);
  expect(code).toBe(1);
});

it("auth0:check runs before anything is started, with Auth0's variables alone", async () => {
  const home = mkdtempSync(join(tmpdir(), "auth0-check-"));
  const unset = {
    DATABASE_URL: "",
    DATABASE_OWNER_URL: "",
    DATABASE_QUEUE_URL: "",
    SMTP_URL: "",
    AUTH0_SECRET: "",
  };
  const changes = { ...unset, INVITATION_SECRET: "", ANALYSTICK_HOME: home };
  const launcher = ["local/start.mjs", "inspect"];
  const { code, said } = await run("scripts/auth0-check.ts", changes, launcher);
  expect(said).toContain("11 right, 0 wrong");
  expect(code).toBe(0);
  // The local tenant's port is the one after the portal's.
  const local = { ...changes, AUTH0_DOMAIN: "", PORT: String((await findFreePort()) - 1) };
  const nobody = await run("scripts/auth0-check.ts", local, launcher);
  expect(nobody.said).toContain("Start it with npm start");
  expect(nobody.code).toBe(1);
  rmSync(home, { recursive: true });
});

it("test:contract: the local tenant keeps the whole contract, as the table says, and nobody is left behind", async () => {
  await auth0.control("PUT /settings", { jobDelayMs: 500 });
  const { code, said } = await run("scripts/auth0-contract.ts");
  expect(said).toContain("makes people under analystick-contract.invalid");
  expect(said).toMatch(/^Name +Result +Detail$/m);
  const rows = new Map(said.split("\n").map((line) => [line.split("  ")[0], line]));
  const untold = notTold.filter(({ name }) => behaviours.every(({ tells }) => tells !== name));
  expect(untold.map(({ name }) => name)).toEqual(["Login URI", "Connection not shared"]);
  for (const { name } of [...checks, ...behaviours])
    expect(rows.get(name), name).toMatch(
      untold.some((one) => one.name === name) ? / {2}cannot be told {2}/ : / {2}right {2}/,
    );
  expect(said).toMatch(/^Nobody is left behind +right /m);
  expect(await auth0.control("GET /state")).toMatchObject({ users: 0 });
  expect(said).toMatch(/23 right, 0 wrong, 2 cannot be told\n$/);
  expect(code).toBe(0);
  expectNoSecrets(said);
});

it("test:contract does nothing in a real tenant that was not named", async () => {
  const real = {
    AUTH0_MODE: "auth0",
    AUTH0_DOMAIN: "acme.invalid",
    APP_BASE_URL: "https://portal.example.com",
    CONTRACT_TENANT: "other.invalid",
  };
  const { code, said } = await run("scripts/auth0-contract.ts", real);
  expect(said).toContain(
    "Nothing was done. If that is all right in this tenant, set CONTRACT_TENANT=acme.invalid",
  );
  expect(said).not.toContain("Result");
  expect(code).toBe(1);
});
