import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { type Dam, damStream } from "@/db/testing/dam-stream";
import { eventually } from "@/db/testing/eventually";
import { runMigrations } from "@/db/testing/fresh-database";
import { type OwnServer, ownServer } from "@/db/testing/own-server";
import { plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal, type DatabaseUrls, portalEnvironment } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { startMailbox, type TestMailbox } from "@/db/testing/start-mailbox";
import type { TestService } from "@/db/testing/start-service";
import { packWorker, type WorkerPress } from "@/db/testing/start-worker";
import { beginDraining } from "@/lib/base/draining";
import { checkReadiness, type Readiness } from "@/lib/health/check-readiness";
import { admitRows } from "@/lib/onboarding/admit-rows";

type Room = {
  urls: DatabaseUrls;
  dam: Dam;
  auth0: TestAuth0;
  mailbox: TestMailbox;
  press: WorkerPress;
  worker: TestService;
};

let server: OwnServer;
let room: Room;

beforeAll(async () => {
  server = await ownServer();
  const dam = await damStream(server.port);
  const [direct, urls] = [server.urls(), server.urls(dam.port)];
  const [auth0, mailbox, press] = await Promise.all([startAuth0(direct), startMailbox(), packWorker()]);
  const outside = { auth0: auth0.origin, smtp: mailbox.smtp };
  becomePortal(urls, outside);
  // A worker may be started before the database is migrated: it waits.
  const starting = press.start(portalEnvironment(urls, outside));
  await sleep(1_500);
  expect(await checkReadiness()).toMatchObject({
    ready: false,
    checks: { database: "ok", migrations: "failed" },
  });
  await runMigrations(direct);
  room = { urls, dam, auth0, mailbox, press, worker: await starting };
}, 120_000);
afterAll(async () => {
  await room.worker.stop();
  room.press.clear();
  await disconnect();
  await Promise.all([room.auth0.stop(), room.mailbox.stop(), room.dam.close()]);
  await server.remove();
});

/** Milliseconds until the readiness is as wished, asked ten times a second; each answer comes within a second. */
async function timeUntil(wish: (readiness: Readiness) => boolean, seconds: number): Promise<number> {
  const began = performance.now();
  await eventually(
    "readiness",
    async () => {
      const asked = performance.now();
      const readiness = await checkReadiness();
      expect(performance.now() - asked).toBeLessThan(1_000);
      await sleep(100);
      return wish(readiness);
    },
    seconds,
  );
  return performance.now() - began;
}

const isReady = ({ ready }: Readiness) => ready;
const hasNoDatabase = ({ checks }: Readiness) => checks.database === "failed";

it("not ready within 2 s of the database stopping, ready within 10 s of its return, and jobs go on", {
  timeout: 120_000,
}, async () => {
  await timeUntil(isReady, 10);
  const acme = await server.look((sql) => plantTenant(sql, 100));
  const addresses = Array.from({ length: 12 }, (_, at) => `outage-${at}@acme.example`);
  const rows = addresses.map((email, at) => {
    return { line: at + 1, typed: email, name: "Ben", email, role: "viewer" as const, problem: null };
  });
  // The database goes away while letters are under way, so that their jobs can't be completed.
  await room.mailbox.weather({ kind: "delay", ms: 3_000, times: 12 });
  await admitRows(acme.admin, { importId: randomUUID(), sourceName: "s", rows, leftOut: [] });
  await eventually("letters under way", async () => (await room.mailbox.letters()).length >= 4);

  const stopping = server.stop();
  expect(await timeUntil(hasNoDatabase, 5)).toBeLessThan(2_000);
  await stopping;
  await sleep(8_000);
  await server.start();
  expect(await timeUntil(isReady, 20)).toBeLessThan(10_000);

  expect(room.worker.child.exitCode).toBeNull();
  const countLeft = (what: "people" | "jobs") =>
    server.look(async (sql) => {
      const [row] =
        what === "jobs"
          ? await sql`select count(*)::int as left from graphile_worker._private_jobs`
          : await sql`select count(*)::int as left from seats where email like 'outage-%' and stage <> 'invited'`;
      return row?.left;
    });
  await eventually("everybody to be invited", async () => (await countLeft("people")) === 0, 60);
  await eventually("no job to be left, locked or not", async () => (await countLeft("jobs")) === 0);
  const ids = (await room.mailbox.letters()).map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(addresses.length);
});

it("a database that hangs is told within a second, and readiness comes back with it", {
  timeout: 60_000,
}, async () => {
  await timeUntil(isReady, 10);
  room.dam.hold();
  expect(await timeUntil(hasNoDatabase, 5)).toBeLessThan(2_000);
  room.dam.release();
  expect(await timeUntil(isReady, 20)).toBeLessThan(10_000);
});

it("a worker that is gone is missed, and a process that drains is not ready whatever else holds", {
  timeout: 60_000,
}, async () => {
  await timeUntil(isReady, 10);
  await room.worker.stop();
  await timeUntil(({ checks }) => checks.worker === "failed" && checks.database === "ok", 15);
  beginDraining();
  expect(await checkReadiness()).toEqual({ ready: false, checks: { serving: "failed" } });
});
