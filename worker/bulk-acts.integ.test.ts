import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { countSeats } from "@/db/testing/count-seats";
import { type PlantedPerson, plantPeople } from "@/db/testing/plant-people";
import { plantAdmin, plantTenant } from "@/db/testing/plant-tenant";
import { expectNoBugs, newAddress, openWalkRoom, type WalkRoom } from "@/db/testing/walk-room";
import { askBulk } from "@/lib/seats/ask-bulk";
import { readChoice } from "@/lib/seats/choose-people";
import { followBulk } from "@/lib/seats/follow-bulk";
import { releaseSeat } from "@/lib/seats/release-seat";

let room: WalkRoom;
beforeAll(async () => {
  room = await openWalkRoom();
});
afterAll(async () => {
  await disconnect();
  await room.close();
});

async function open(people: PlantedPerson[]) {
  const tenant = await plantTenant(room.database.sql, 1_000);
  const seats = await plantPeople(room.database.sql, tenant.id, people);
  return { tenant, seats, idOf: (email: string) => seats.get(email) ?? "" };
}

const everybody = (words: Record<string, string> = {}) => ({ choice: readChoice(words) });
const wish = (kind: string, who: Parameters<typeof askBulk>[1]["who"], role: string | null = null) => ({
  id: randomUUID(),
  kind,
  role,
  who,
});

/** What became of each person, by address. */
async function resultOf(admin: Parameters<typeof followBulk>[0], actId: string) {
  await room.quiet();
  const followed = await followBulk(admin, actId, { after: 0, limit: 1_000 });
  if (!followed.ok) throw new Error(followed.reason);
  expect(followed.left).toBe(0);
  return Object.fromEntries(followed.rows.map(({ email, outcome }) => [email, outcome]));
}

it("120 people are removed one after the other, each with one audit row by the admin who asked", async () => {
  const people = Array.from({ length: 120 }, (_, at) => {
    return { name: `P ${at}`, email: newAddress(`bulk${at}`), stage: "active" as const };
  });
  const { tenant } = await open(people);
  const asked = wish("remove", everybody({ state: "active" }));
  // Twice, as a double click does.
  const answers = await Promise.all([askBulk(tenant.admin, asked), askBulk(tenant.admin, asked)]);
  expect(answers).toEqual([1, 2].map(() => ({ ok: true, actId: asked.id })));
  const result = await resultOf(tenant.admin, asked.id);
  expect(Object.keys(result)).toHaveLength(121);
  expect(result[tenant.admin.mailbox]).toBe("yourself");
  expect(Object.values(result).filter((outcome) => outcome === "done")).toHaveLength(120);
  const { counter, recount } = await countSeats(room.database.sql, tenant.id);
  expect(counter).toEqual(recount);
  expect(counter.held).toBe(1);
  const trail = await room.database.sql`
    select verb, actor ->> 'kind' as kind, actor ->> 'userId' as who, count(*)::int as count,
      count(distinct subject)::int as subjects
    from audit where tenant_id = ${tenant.id} and verb in ('bulk.asked', 'seat.released') group by 1, 2, 3 order by 1`;
  const { userId: who } = tenant.admin;
  expect([...trail]).toEqual([
    { verb: "bulk.asked", kind: "person", who, count: 1, subjects: 1 },
    { verb: "seat.released", kind: "person", who, count: 120, subjects: 120 },
  ]);
});

it("each person has their own result, with its reason", async () => {
  const [waits, isIn, gone, boss] = ["waits", "in", "gone", "boss"].map(newAddress);
  const { tenant, idOf, seats } = await open([
    { name: "Waits", email: waits ?? "", stage: "invited" },
    { name: "In", email: isIn ?? "", stage: "active" },
    { name: "Gone", email: gone ?? "", stage: "removed" },
    { name: "Boss", email: boss ?? "", stage: "active", role: "admin" },
  ]);
  const seatIds = [...seats.values(), randomUUID()];
  const run = async (kind: string, role: string | null = null) => {
    const asked = wish(kind, { seatIds }, role);
    expect(await askBulk(tenant.admin, asked)).toEqual({ ok: true, actId: asked.id });
    const result = await resultOf(tenant.admin, asked.id);
    return [waits, isIn, gone, boss].map((email) => result[email ?? ""]);
  };
  expect(await run("resend")).toEqual(["done", "is-in", "already-released", "is-in"]);
  expect(await run("change-role", "viewer")).toEqual(["already", "already", "already-released", "done"]);
  expect(await run("revoke")).toEqual(["done", "is-in", "already-released", "is-in"]);
  expect(await run("remove")).toEqual(["already-released", "done", "already-released", "done"]);
  expect(await room.mailbox.letters(waits)).toHaveLength(1);
  expect(idOf(waits ?? "")).not.toBe("");
});

it("who is no admin any more when their turn comes has asked for nothing", async () => {
  const { tenant } = await open([{ name: "Safe", email: newAddress("safe"), stage: "active" }]);
  const other = await plantAdmin(room.database.sql, { ...tenant, name: "Acme" });
  const asked = wish("remove", everybody({ state: "active", role: "viewer" }));
  await room.withoutWorker(async () => {
    expect(await askBulk(other, asked)).toMatchObject({ ok: true });
    expect(await releaseSeat(tenant.admin, other.seatId)).toMatchObject({ ok: true });
  });
  expect(Object.values(await resultOf(tenant.admin, asked.id))).toEqual(["lost-right"]);
});

it("nobody's wish about nobody, an unknown kind, and a viewer's wish are refused with nothing written", async () => {
  const { tenant } = await open([]);
  const globex = await open([{ name: "Other", email: newAddress("other") }]);
  const foreign = { seatIds: [...globex.seats.values()] };
  expect(await askBulk(tenant.admin, wish("remove", foreign))).toEqual({ ok: false, reason: "nobody" });
  expect(await askBulk(tenant.admin, wish("remove", { seatIds: ["x"] }))).toEqual({
    ok: false,
    reason: "nobody",
  });
  expect(await askBulk(tenant.admin, wish("delete", everybody()))).toEqual({ ok: false, reason: "invalid" });
  expect(await askBulk(tenant.admin, wish("change-role", everybody(), "owner"))).toEqual({
    ok: false,
    reason: "invalid",
  });
  const viewer = { ...tenant.admin, role: "viewer" } as unknown as typeof tenant.admin;
  expect(await askBulk(viewer, wish("remove", everybody()))).toEqual({ ok: false, reason: "not-allowed" });
  const written = await room.database.sql`
    select 1 from bulk_acts where tenant_id in (${tenant.id}, ${globex.tenant.id})`;
  expect([...written]).toEqual([]);
});

it("another tenant follows no act of this one", async () => {
  const { tenant } = await open([{ name: "Own", email: newAddress("own"), stage: "active" }]);
  const asked = wish("change-role", everybody(), "admin");
  await askBulk(tenant.admin, asked);
  await room.quiet();
  expect(await followBulk(room.globex.admin, asked.id, { after: 0, limit: 10 })).toEqual({
    ok: false,
    reason: "not-here",
  });
});

it("none of this was a bug", async () => {
  await expectNoBugs(room);
});
