import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { disconnect } from "@/db/connect";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { becomePortal } from "@/db/testing/portal-environment";
import { setLogLevel } from "@/lib/base/log";
import { awaitTurn } from "./await-turn";
import { limits } from "./limits";
import { takeTurn } from "./take-turn";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  becomePortal(database.urls);
  setLogLevel("error");
});
afterAll(disconnect);

const address = "203.0.113.7";

it("keeps no address: the row's key is a keyed hash, another one for each limit", async () => {
  await takeTurn("sign-in", address);
  await takeTurn("unknown-link", address);
  const rows = await database.sql`select key from rate_limits`;
  expect(rows).toHaveLength(2);
  for (const { key } of rows) {
    expect(key).toMatch(/^(sign-in|unknown-link):[0-9a-f]{32}$/);
    expect(key).not.toContain(address);
  }
});

it("refuses after the burst, with whole seconds to wait", async () => {
  for (let turn = 0; turn < limits.step.burst; turn += 1)
    expect(await takeTurn("step", "one")).toEqual({ ok: true });
  const refused = await takeTurn("step", "one");
  expect(refused).toEqual({ ok: false, reason: "too-often", retryAfter: 3 });
  expect(await awaitTurn("step", "one")).toMatchObject({ ok: false });
  expect(await takeTurn("step", "other")).toEqual({ ok: true });
});

it("refuses a flood without asking the database for each of it", async () => {
  for (let turn = 0; turn <= limits.step.burst; turn += 1) await takeTurn("step", "flood");
  // The bucket is full again, but this process was told to wait and does not look.
  await database.sql`update rate_limits set tokens = 30 where key like 'step:%'`;
  const refusals = Array.from({ length: 500 }, () => takeTurn("step", "flood"));
  for (const refused of await Promise.all(refusals)) expect(refused).toMatchObject({ ok: false });
  vi.setSystemTime(Date.now() + 3_001);
  expect(await takeTurn("step", "flood")).toEqual({ ok: true });
  vi.useRealTimers();
});

it("refuses nobody while the database is away, and says so in the log", async () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await database.drop();
  expect(await takeTurn("step", "newcomer")).toEqual({ ok: true });
  expect(String(write.mock.calls[0]?.[0])).toContain('"event":"limit.uncounted"');
  write.mockRestore();
});
