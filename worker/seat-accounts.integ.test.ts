import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { lockUnclaimed } from "@/db/batch-seats";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { moveSeats } from "@/db/seats";
import { countSeats } from "@/db/testing/count-seats";
import { eventually } from "@/db/testing/eventually";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantAdmin, plantTenant } from "@/db/testing/plant-tenant";
import { activate } from "@/lib/onboarding/activate";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { readRoster } from "@/lib/onboarding/read-roster";
import { releaseSeat } from "@/lib/seats/release-seat";
import { changeSeats } from "@/lib/tenants/change-seats";

const database = openPortal();
const platform = mintPlatformScope({ kind: "job", name: "test" });

function admit({ admin }: PlantedTenant, addresses: string[]) {
  const reading = readRoster(addresses.join("\n"));
  if (!reading.ok) throw new Error(`the roster can't be read: ${reading.reason}`);
  return admitRows(admin, { importId: randomUUID(), sourceName: "s", rows: reading.rows, leftOut: [] });
}

/** Signs in, for the first time, a person whose seat waits at `verified`. */
async function walkInto(seatId: string, tenantId: string): Promise<void> {
  const userId = randomUUID();
  await database.sql`
    insert into users (id, mailbox, auth0_user_id, auth0_state, proved_at)
    values (${userId}, ${`${userId}@walk.example`}, ${`auth0|${userId}`}, 'open', now())`;
  await database.sql`
    update seats set stage = 'verified', user_id = ${userId} where id = ${seatId} and stage = 'reserved'`;
  const seat = {
    seatId,
    tenantId,
    slug: "",
    tenantName: "",
    suspended: false,
    name: "",
    releaseReason: null,
    lastSignedInAt: null,
  };
  const viewer = {
    kind: "person" as const,
    sessionId: "s",
    userId,
    mailbox: "m",
    signedInAt: new Date(),
    proved: true,
    isStaff: false,
    isAwaited: true,
    seats: [{ ...seat, role: "viewer" as const, stage: "verified" as const }],
    scope: platform,
  };
  // Twice at once, as two tabs would.
  await Promise.all([activate(viewer), activate(viewer)]);
}

/** A repeatable stream of numbers from 0 to below 1 (a linear congruential generator). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

it.each([1, 2, 3, 4])(
  "whatever is admitted, activated and released at once, counters equal recounts (run %i)",
  async (seed) => {
    const tenant = await plantTenant(database.sql, 30);
    const chance = chances(seed);
    for (let round = 0; round < 15; round += 1) {
      const waiting = await database.sql<{ id: string; stage: string }[]>`
        select id, stage from seats where tenant_id = ${tenant.id} and released_at is null and role = 'viewer'`;
      const steps = Array.from({ length: 6 }, async () => {
        const [dice, pick] = [chance(), waiting[Math.floor(chance() * waiting.length)]];
        const crew = Array.from(
          { length: 1 + Math.floor(chance() * 9) },
          () => `p${Math.floor(chance() * 60)}@x.example`,
        );
        if (pick === undefined || dice < 0.5) await admit(tenant, crew);
        else if (dice < 0.75) await releaseSeat(tenant.admin, pick.id);
        else await walkInto(pick.id, tenant.id);
      });
      await Promise.all(steps);
      const { counter, recount } = await countSeats(database.sql, tenant.id);
      expect(counter).toEqual(recount);
      expect(counter.held).toBeLessThanOrEqual(counter.purchased);
    }
    const [audit] = await database.sql`
      select count(*) filter (where verb = 'seat.reserved')::int as reserved,
        count(*) filter (where verb = 'seat.activated')::int as activated,
        count(*) filter (where verb = 'seat.released')::int as released
      from audit where tenant_id = ${tenant.id}`;
    const [seats] = await database.sql`
      select count(*)::int - 1 as reserved, count(activated_at)::int - 1 as activated,
        count(released_at)::int as released from seats where tenant_id = ${tenant.id}`;
    expect(audit, "one audit row for each change").toEqual(seats);
    expect(Number(seats?.released), "the run released some").toBeGreaterThan(0);
    expect(Number(seats?.activated), "the run activated some").toBeGreaterThan(0);
  },
);

it("a released seat is free in the same transaction", async () => {
  const tenant = await plantTenant(database.sql, 2);
  await admit(tenant, ["first@free.example"]);
  expect(await admit(tenant, ["second@free.example"])).toMatchObject({
    ok: false,
    reason: "not-enough-seats",
  });
  const [seat] = await database.sql`select id from seats where email_key = 'first@free.example'`;
  expect(await releaseSeat(tenant.admin, String(seat?.id))).toMatchObject({ ok: true, reason: "revoked" });
  expect(await admit(tenant, ["second@free.example"])).toMatchObject({ ok: true, seatCount: 1 });
});

it("a seat released ten times at once is given back once", async () => {
  const tenant = await plantTenant(database.sql, 5);
  await admit(tenant, ["once@free.example"]);
  const [seat] = await database.sql`select id from seats where email_key = 'once@free.example'`;
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => releaseSeat(tenant.admin, String(seat?.id))),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await countSeats(database.sql, tenant.id)).counter.held).toBe(1);
});

it("fewer seats sold than held evicts nobody and blocks new ones until enough are free", async () => {
  const tenant = await plantTenant(database.sql, 10);
  await admit(tenant, ["a@over.example", "b@over.example", "c@over.example"]);
  const staff = { scope: platform, userId: "", mailbox: "" };
  expect(await changeSeats(staff, tenant.id, 2)).toEqual({ ok: true, before: 10, after: 2 });
  expect((await countSeats(database.sql, tenant.id)).recount).toEqual({ purchased: 2, held: 4, active: 1 });
  expect(await admit(tenant, ["d@over.example"])).toEqual({
    ok: false,
    reason: "not-enough-seats",
    needed: 1,
    free: -2,
  });
});

it("of two admins who remove each other at the same moment, one stays: 200 times", async () => {
  const trials = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const tenant = await plantTenant(database.sql, 5);
      const other = await plantAdmin(database.sql, { ...tenant, name: "Acme" });
      return { tenant, other };
    }),
  );
  const answers = await Promise.all(
    trials.map(({ tenant, other }) =>
      Promise.all([releaseSeat(tenant.admin, other.seatId), releaseSeat(other, tenant.admin.seatId)]),
    ),
  );
  for (const pair of answers)
    expect(pair.map((answer) => (answer.ok ? "removed" : answer.reason)).sort()).toEqual([
      "last-admin",
      "removed",
    ]);
  const left = await database.sql`
    select tenant_id, count(*)::int as admins from seats where role = 'admin' and stage = 'active'
      and tenant_id in ${database.sql(trials.map(({ tenant }) => tenant.id))} group by 1`;
  expect(left).toHaveLength(200);
  expect(new Set(left.map(({ admins }) => admins))).toEqual(new Set([1]));
});

it("an admin who takes a seat back while the worker moves it neither fails nor fails the worker", async () => {
  const tenant = await plantTenant(database.sql, 5);
  await admit(tenant, ["busy@lock.example"]);
  const [seat] = await database.sql`select id from seats where email_key = 'busy@lock.example'`;
  const seatId = String(seat?.id);
  let released: Promise<unknown> = Promise.resolve();
  await inPlatform(platform, async (tx) => {
    await lockUnclaimed(tx, 1_000);
    released = releaseSeat(tenant.admin, seatId);
    await eventually("the release to wait for the seat", async () => {
      const waits = await database.sql`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return waits.length > 0;
    });
    await moveSeats(tx, [seatId], ["reserved"], "imported");
  });
  expect(await released).toMatchObject({ ok: true });
  const [after] =
    await database.sql`select stage, imported_at is not null as moved from seats where id = ${seatId}`;
  expect(after).toEqual({ stage: "released", moved: true });
});

it("no two of all these transactions ever waited for each other in a circle", async () => {
  const [row] = await database.sql`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  expect(row).toEqual({ deadlocks: 0 });
});
