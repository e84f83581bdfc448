import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { awaitQuiet } from "@/db/testing/await-quiet";
import { countSeats } from "@/db/testing/count-seats";
import { eventually } from "@/db/testing/eventually";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { type Gate, gateHttp } from "@/db/testing/gate-http";
import { gateStream } from "@/db/testing/gate-stream";
import { type KillPhase, KillPoints, SIGN_OF_LIFE } from "@/db/testing/kill-points";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal, portalEnvironment } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { startMailbox, type TestMailbox } from "@/db/testing/start-mailbox";
import type { TestService } from "@/db/testing/start-service";
import { packWorker, type WorkerPress } from "@/db/testing/start-worker";
import { watchPostgres } from "@/db/testing/watch-postgres";
import { watchSmtp } from "@/db/testing/watch-smtp";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { releaseSeat } from "@/lib/seats/release-seat";

const points = new KillPoints();
let database: FreshDatabase;
let auth0: TestAuth0;
let mailbox: TestMailbox;
let gates: Gate[];
let env: Record<string, string>;
let workers: WorkerPress;
let running: TestService;
let acme: PlantedTenant;
let kills = 0;
const long = { timeout: 200_000 };

beforeAll(async () => {
  database = await freshDatabase();
  [auth0, mailbox] = await Promise.all([startAuth0(database.urls), startMailbox()]);
  becomePortal(database.urls);
  acme = await plantTenant(database.sql, 10_000);
  const app = new URL(database.urls.app);
  const [http, postgres, smtp] = await Promise.all([
    gateHttp(Number(new URL(auth0.origin).port), points),
    gateStream(Number(app.port), points, watchPostgres),
    gateStream(mailbox.smtpPort, points, watchSmtp),
  ]);
  gates = [http, postgres, smtp];
  app.port = String(postgres.port);
  const outside = { auth0: `http://localhost:${http.port}`, smtp: `smtp://127.0.0.1:${smtp.port}` };
  env = { ...portalEnvironment(database.urls, outside), DATABASE_URL: app.href };
  workers = await packWorker();
  running = await workers.start(env);
});
afterAll(async () => {
  await running.kill();
  workers.clear();
  for (const gate of gates) await gate.close();
  await Promise.all([auth0.stop(), mailbox.stop(), disconnect()]);
  await database.drop();
});

/** Runs something to its end while the worker is killed at one event and started anew; false when there is no such event. */
async function survive(index: number, phase: KillPhase, run: () => Promise<unknown>): Promise<boolean> {
  let struck = false;
  const victim = running.child;
  points.arm({ event: index, phase }, () => {
    struck = true;
    victim.kill("SIGKILL");
  });
  await run();
  await awaitQuiet(database.sql, () => struck);
  if (struck) {
    kills += 1;
    await eventually("the dead worker's lifeline to be cut", async () => {
      const held = await database.sql`select 1 from pg_locks where locktype = 'advisory' and granted`;
      return held.length === 0;
    });
    running = await workers.start(env);
    await awaitQuiet(database.sql);
  }
  points.disarm();
  return struck;
}

/** Kills the worker before and after each event of a walk, one walk for each, until a walk has no such event. */
async function killEverywhere(walk: () => Promise<{ run(): Promise<unknown>; settled(): Promise<void> }>) {
  const before = kills;
  for (let index = 0; ; index += 1) {
    for (const phase of ["before", "after"] as const) {
      const { run, settled } = await walk();
      const struck = await survive(index, phase, run);
      const where = `killed ${phase} event ${index} of ${points.met.join(", ")}`;
      await settled()
        .then(expectInOrder)
        .catch((error: unknown) => {
          throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`);
        });
      if (!struck) return kills - before;
    }
  }
}

const newAddress = (word: string) => `${word}-${randomUUID().slice(0, 8)}@acme.example`;

async function seatOf(address: string) {
  const [seat] = await database.sql<
    {
      id: string;
      stage: string;
      release_reason: string;
      user_id: string;
      auth0_user_id: string;
      auth0_state: string;
    }[]
  >`
    select s.id, s.stage, s.release_reason, s.user_id, u.auth0_user_id, u.auth0_state from seats s left join users u on u.id = s.user_id
    where s.tenant_id = ${acme.id} and s.email_key = ${address} order by reserved_at desc limit 1`;
  if (seat === undefined) throw new Error(`${address} has no seat`);
  return seat;
}

/** Invited, known to Auth0 once and under the id that we hold, with letters that all carry one Message-ID. */
async function expectInvited(address: string): Promise<void> {
  const seat = await seatOf(address);
  expect(seat).toMatchObject({ stage: "invited", auth0_state: "open" });
  expect(await auth0.user(address)).toMatchObject({ user_id: seat.auth0_user_id, blocked: false });
  const live = await database.sql`
    select id from invitations where seat_id = ${seat.id} and revoked_at is null and sent_at is not null`;
  const letters = await mailbox.letters(address);
  const mine = letters.filter(({ messageId }) => messageId.includes(String(live[0]?.id)));
  expect(mine.length, "a letter of the live invitation").toBeGreaterThanOrEqual(1);
  const [made] = await database.sql`
    select count(*)::int as invitations from invitations i join seats s on s.id = i.seat_id
    where s.email_key = ${address}`;
  expect(new Set(letters.map(({ messageId }) => messageId)).size, "one Message-ID for each invitation").toBe(
    Number(made?.invitations),
  );
}

/** Nothing is left half done, and the counter is right. */
async function expectInOrder(): Promise<void> {
  const { counter, recount } = await countSeats(database.sql, acme.id);
  expect(counter).toEqual(recount);
  const [open] = await database.sql`
    select (select count(*)::int from import_rows where outcome = 'admitted') as rows,
      (select count(*)::int from batches where state <> 'settled') as batches,
      (select count(*)::int from graphile_worker._private_jobs where attempts < max_attempts) as jobs,
      (select count(*)::int from seats where stage in ('reserved', 'imported')) as seats`;
  expect(open).toEqual({ rows: 0, batches: 0, jobs: 0, seats: 0 });
}

/** Walks on until nothing is left of it: admits rows, some of whom Auth0 refuses for their long names. */
async function admit(addresses: string[], refused: string[] = []): Promise<string> {
  const importId = randomUUID();
  const rows = [...addresses, ...refused].map((email, at) => ({
    line: at + 1,
    typed: email,
    name: refused.includes(email) ? "x".repeat(301) : "Ben",
    email,
    role: "viewer" as const,
    problem: null,
  }));
  const admitted = await admitRows(acme.admin, { importId, sourceName: "s", rows, leftOut: [] });
  expect(admitted).toMatchObject({ ok: true });
  return importId;
}

/** Somebody whom Auth0 and the portal know from before; with a stage, they hold a seat that stands there. */
async function plantPerson(
  address: string,
  person: { blocked: boolean; proved: boolean; stage: string | null },
) {
  const [userId, seatId] = [randomUUID(), randomUUID()];
  const { blocked, proved, stage } = person;
  await auth0.control("POST /users", { email: address, user_id: userId, blocked });
  await database.sql`
    insert into users (id, mailbox, auth0_user_id, created_by_us, auth0_state, proved_at)
    values (${userId}, ${address}, ${`auth0|${userId}`}, true, ${blocked ? "blocked" : "open"},
      ${proved ? new Date() : null})`;
  if (stage === null) return seatId;
  const active = stage === "active" ? 1 : 0;
  await database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, user_id)
    values (${seatId}, ${acme.id}, ${address}, ${address}, '', '', 'viewer', ${stage}, ${userId})`;
  await database.sql`
    update tenants set seats_held = seats_held + 1, seats_active = seats_active + ${active} where id = ${acme.id}`;
  return seatId;
}

const release = async (seatId: string) => {
  expect(await releaseSeat(acme.admin, seatId)).toMatchObject({ ok: true });
};

it("an import of somebody new, somebody Auth0 knew and somebody it refuses ends the same", long, async () => {
  const killed = await killEverywhere(async () => {
    const [fresh, known, refused] = [newAddress("fresh"), newAddress("known"), newAddress("refused")];
    await auth0.control("POST /users", { email: known, password: "Somebody-Elses-1", email_verified: true });
    return {
      run: () => admit([fresh, known], [refused]),
      async settled() {
        await expectInvited(fresh);
        await expectInvited(known);
        expect((await seatOf(fresh)).auth0_user_id).toBe(`auth0|${(await seatOf(fresh)).user_id}`);
        expect((await seatOf(known)).auth0_user_id).not.toBe(`auth0|${(await seatOf(known)).user_id}`);
        expect(await seatOf(refused)).toMatchObject({ stage: "released", release_reason: "failed" });
        expect(await auth0.user(refused)).toBeNull();
        expect(await mailbox.letters(refused)).toEqual([]);
        const rows = await database.sql`
          select outcome, problem from import_rows r join seats s on s.id = r.seat_id
          where s.email_key in ${database.sql([fresh, known, refused])} order by position`;
        expect(rows.map((row) => row.problem ?? row.outcome)).toEqual([
          "seated",
          "seated",
          "refused-by-auth0",
        ]);
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(44);
});

it("a seat revoked before its holder came: Auth0's user is gone, and the seat is free", long, async () => {
  const killed = await killEverywhere(async () => {
    const address = newAddress("revoked");
    const seatId = await plantPerson(address, { blocked: false, proved: false, stage: "invited" });
    return {
      run: () => release(seatId),
      async settled() {
        expect(await auth0.user(address)).toBeNull();
        expect(await seatOf(address)).toMatchObject({
          stage: "released",
          auth0_user_id: null,
          auth0_state: "absent",
        });
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(10);
});

it("somebody removed is blocked once and for all", long, async () => {
  const killed = await killEverywhere(async () => {
    const address = newAddress("removed");
    const seatId = await plantPerson(address, { blocked: false, proved: true, stage: "active" });
    return {
      run: () => release(seatId),
      async settled() {
        expect(await auth0.user(address)).toMatchObject({ blocked: true });
        expect(await seatOf(address)).toMatchObject({ stage: "released", auth0_state: "blocked" });
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(8);
});

it("somebody removed who is invited again is unblocked and gets one new letter", long, async () => {
  const killed = await killEverywhere(async () => {
    const address = newAddress("again");
    await plantPerson(address, { blocked: true, proved: true, stage: null });
    return { run: () => admit([address]), settled: () => expectInvited(address) };
  });
  expect(killed).toBeGreaterThanOrEqual(16);
});

it(
  "a worker killed at its first sign of life leaves the jobs it may have taken to the next",
  long,
  async () => {
    const address = newAddress("start");
    await running.kill();
    await admit([address]);
    for (const phase of ["before", "after"] as const) {
      const child = workers.spawn(env);
      points.arm({ event: SIGN_OF_LIFE, phase }, () => child.kill("SIGKILL"));
      await once(child, "exit");
    }
    running = await workers.start(env);
    await awaitQuiet(database.sql);
    await expectInvited(address);
  },
);
