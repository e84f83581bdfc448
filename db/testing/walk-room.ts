import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { awaitQuiet } from "./await-quiet";
import { countSeats } from "./count-seats";
import { type FreshDatabase, freshDatabase } from "./fresh-database";
import { type PlantedTenant, plantTenant } from "./plant-tenant";
import { becomePortal, portalEnvironment } from "./portal-environment";
import { startAuth0, type TestAuth0 } from "./start-auth0";
import { startMailbox, type TestMailbox } from "./start-mailbox";
import type { TestService } from "./start-service";
import { packWorker, type WorkerPress } from "./start-worker";

export type WalkRoom = {
  database: FreshDatabase;
  auth0: TestAuth0;
  mailbox: TestMailbox;
  acme: PlantedTenant;
  globex: PlantedTenant;
  /** Waits until the worker has nothing left to do, now or later. */
  quiet(): Promise<void>;
  /** Stops the worker in good order, does something meanwhile, and starts another. */
  withoutWorker(work: () => Promise<unknown>): Promise<void>;
  /** Starts one more worker, which the test stops itself. */
  startWorker(): Promise<TestService>;
  close(): Promise<void>;
};

/** A portal with its real worker, a real local tenant and a real mail server, and two customers. */
export async function openWalkRoom(): Promise<WalkRoom> {
  const database = await freshDatabase();
  const [auth0, mailbox] = await Promise.all([startAuth0(database.urls), startMailbox()]);
  const outside = { auth0: auth0.origin, smtp: mailbox.smtp };
  becomePortal(database.urls, outside);
  const acme = await plantTenant(database.sql, 1_000);
  const globex = await plantTenant(database.sql, 1_000, "Globex");
  const workers: WorkerPress = await packWorker();
  const start = () => workers.start(portalEnvironment(database.urls, outside));
  let worker: TestService = await start();
  return {
    database,
    auth0,
    mailbox,
    acme,
    globex,
    quiet: () => awaitQuiet(database.sql),
    async withoutWorker(work) {
      await worker.stop();
      await work();
      worker = await start();
    },
    startWorker: start,
    async close() {
      await worker.stop();
      workers.clear();
      await Promise.all([auth0.stop(), mailbox.stop()]);
      await database.drop();
    },
  };
}

export type WalkedSeat = {
  id: string;
  stage: string;
  user_id: string;
  auth0_user_id: string | null;
  auth0_state: string;
  created_by_us: boolean;
  outcome: string | null;
  problem: string | null;
};

/** The latest seat of an address in a tenant, with its user and its roster's row. */
export async function seatOf(
  { database }: WalkRoom,
  email: string,
  tenant: PlantedTenant,
): Promise<WalkedSeat> {
  const [seat] = await database.sql<WalkedSeat[]>`
    select s.id, s.stage, s.user_id, u.auth0_user_id, u.auth0_state, u.created_by_us, r.outcome, r.problem
    from seats s left join users u on u.id = s.user_id left join import_rows r on r.seat_id = s.id
    where s.tenant_id = ${tenant.id} and s.email_key = ${email} order by s.reserved_at desc limit 1`;
  if (seat === undefined) throw new Error(`${email} has no seat`);
  return seat;
}

/** Each is invited by exactly one letter, and known to Auth0 under the id that we hold. */
export async function expectInvited(room: WalkRoom, addresses: string[]): Promise<void> {
  for (const email of addresses) {
    const seat = await seatOf(room, email, room.acme);
    expect(seat).toMatchObject({ stage: "invited", outcome: "seated", auth0_state: "open" });
    expect(await room.auth0.user(email)).toMatchObject({ user_id: seat.auth0_user_id, blocked: false });
    expect(await room.mailbox.letters(email), email).toHaveLength(1);
  }
  const { counter, recount } = await countSeats(room.database.sql, room.acme.id);
  expect(counter).toEqual(recount);
}

/** Through all of a room's life no job ended as a bug, and no two transactions waited for each other in a circle. */
export async function expectNoBugs({ database }: WalkRoom): Promise<void> {
  const failed = await database.sql`
    select last_error from graphile_worker._private_jobs where last_error is not null`;
  expect([...failed]).toEqual([]);
  const [row] = await database.sql`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  expect(row).toEqual({ deadlocks: 0 });
}

/** An address that nobody had before. */
export function newAddress(word: string): string {
  return `${word}-${randomUUID().slice(0, 8)}@acme.example`;
}
