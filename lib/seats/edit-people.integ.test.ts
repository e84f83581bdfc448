import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { inTenant } from "@/db/in-tenant";
import { takeSeats } from "@/db/tenants";
import { countSeats } from "@/db/testing/count-seats";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedPerson, plantPeople } from "@/db/testing/plant-people";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { changeRole } from "./change-role";
import { readChoice } from "./choose-people";
import { leaveTenant } from "./leave-tenant";
import { listPeople } from "./list-people";
import { readPerson } from "./read-person";
import { readdressPerson } from "./readdress-person";
import { releaseSeat } from "./release-seat";
import { renamePerson } from "./rename-person";
import { restoreSeat } from "./restore-seat";

const database = openPortal();
let acme: PlantedTenant;
beforeAll(async () => {
  acme = await plantTenant(database.sql, 1_000);
});

/** One more person of a tenant; answers the seat. */
async function plant(person: Partial<PlantedPerson>, tenant = acme): Promise<{ id: string; email: string }> {
  const email = person.email ?? `${randomUUID().slice(0, 8)}@edit.example`;
  const planted = await plantPeople(database.sql, tenant.id, [{ name: "Ben Bar", ...person, email }]);
  return { id: planted.get(email) ?? "", email };
}

async function rowOf(id: string) {
  const [row] = await database.sql`select * from seats where id = ${id}`;
  return row;
}

/** What the log says of a seat, oldest first: verb, who did it, facts. */
async function logOf(id: string) {
  const rows = await database.sql`
    select verb, actor ->> 'name' as who, facts from audit where subject = ${id} order by id`;
  return rows.map(({ verb, who, facts }) => [verb, who, facts]);
}

async function expectCounted(tenant = acme): Promise<void> {
  const { counter, recount } = await countSeats(database.sql, tenant.id);
  expect(counter).toEqual(recount);
}

it("a role is changed with one audit row, and once more changes nothing", async () => {
  const { id, email } = await plant({ stage: "active" });
  expect(await changeRole(acme.admin, id, "admin")).toEqual({ ok: true, changed: true, email });
  expect(await changeRole(acme.admin, id, "admin")).toEqual({ ok: true, changed: false, email });
  expect(await rowOf(id)).toMatchObject({ role: "admin" });
  expect(await logOf(id)).toEqual([["seat.role-changed", "Ada Admin", { before: "viewer", after: "admin" }]]);
  expect(await changeRole(acme.admin, id, "owner")).toEqual({ ok: false, reason: "unknown-role" });
});

it("a name is changed with one audit row, cleaned, and found by its new beginning", async () => {
  const { id } = await plant({ name: "Old Name" });
  expect(await renamePerson(acme.admin, id, "  Zażółć\u202e  Gęślą ")).toEqual({
    ok: true,
    name: "Zażółć Gęślą",
  });
  expect(await renamePerson(acme.admin, id, "Zażółć Gęślą")).toMatchObject({ ok: true });
  expect(await logOf(id)).toEqual([
    ["seat.renamed", "Ada Admin", { before: "Old Name", after: "Zażółć Gęślą" }],
  ]);
  const found = await listPeople(acme.admin, readChoice({ search: "gesla" }), { cursor: null, limit: 5 });
  expect(found.ok && found.people.rows.map(({ seat }) => seat.id)).toEqual([id]);
  expect(await renamePerson(acme.admin, id, "x".repeat(121))).toEqual({ ok: false, reason: "name-too-long" });
  expect(await renamePerson(acme.admin, id, "𝒳".repeat(120))).toMatchObject({ ok: true });
});

it("a corrected address takes no second seat, even while more are held than purchased", async () => {
  const tenant = await plantTenant(database.sql, 2);
  const { id } = await plant({ name: "Typo Person", role: "admin", stage: "invited" }, tenant);
  await database.sql`update tenants set seats_purchased = 1 where id = ${tenant.id}`;
  const form = { typed: "Right@edit.example", importId: randomUUID() };
  const moved = await readdressPerson(tenant.admin, id, form);
  expect(moved).toMatchObject({ ok: true });
  const next = moved.ok ? moved.seatId : "";
  expect(await rowOf(id)).toMatchObject({ stage: "released", release_reason: "revoked" });
  expect(await rowOf(next)).toMatchObject({
    email: "Right@edit.example",
    email_key: "right@edit.example",
    name: "Typo Person",
    role: "admin",
    stage: "reserved",
    user_id: null,
  });
  expect((await countSeats(database.sql, tenant.id)).counter).toMatchObject({ held: 2, active: 1 });
  await expectCounted(tenant);
  expect(await logOf(id)).toEqual([
    ["seat.released", "Ada Admin", { reason: "revoked", from: "invited", insteadCame: next }],
  ]);
  expect(await logOf(next)).toEqual([["seat.reserved", "Ada Admin", { role: "admin" }]]);
  // The same form once more, as a double click sends it.
  expect(await readdressPerson(tenant.admin, id, form)).toEqual({ ok: false, reason: "done" });
  const jobs = await database.sql`select 1 from graphile_worker._private_jobs where key = 'claim-batch'`;
  expect(jobs).toHaveLength(1);
});

it("a corrected address at the crossing of a level writes no seat notice, and swallows none", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const { id } = await plant({}, tenant);
  const take = (count: number) => inTenant(tenant.admin.scope, (tx) => takeSeats(tx, tenant.id, count));
  const notices = async () => {
    const letters = await database.sql`
      select (facts->>'level')::int as level from letters where tenant_id = ${tenant.id} order by created_at`;
    const [row] = await database.sql`select seat_notice from tenants where id = ${tenant.id}`;
    return { letters: letters.map(({ level }) => level), level: row?.seat_notice };
  };
  await take(6);
  expect(await notices()).toEqual({ letters: [80], level: 80 });
  const form = { typed: "crossing@edit.example", importId: randomUUID() };
  expect(await readdressPerson(tenant.admin, id, form)).toMatchObject({ ok: true });
  expect(await notices()).toEqual({ letters: [80], level: 80 });
  await take(1);
  expect(await notices(), "no second notice of the same crossing").toEqual({ letters: [80], level: 80 });
  await take(1);
  expect(await notices(), "the next crossing has its own").toEqual({ letters: [80, 100], level: 100 });
});

it.each([
  ["of somebody who accepted", { stage: "verified" }, "new@edit.example", "accepted"],
  ["of somebody who is in", { stage: "active" }, "new@edit.example", "accepted"],
  ["of a seat that was taken back", { stage: "removed" }, "new@edit.example", "accepted"],
  ["to none at all", {}, "nonsense", "bad-address"],
  ["to the same one", { email: "same@edit.example" }, "SAME@edit.example", "same-address"],
  ["to one that holds a seat", {}, "taken@edit.example", "holds-seat"],
] as const)("an address is not changed %s", async (_what, person, typed, reason) => {
  if (typed === "taken@edit.example") await plant({ email: typed });
  const { id } = await plant(person);
  const before = await rowOf(id);
  expect(await readdressPerson(acme.admin, id, { typed, importId: randomUUID() })).toEqual({
    ok: false,
    reason,
  });
  expect(await rowOf(id)).toEqual(before);
});

it("somebody restored keeps seat, identity and history; who was in is in again, the others start anew", async () => {
  const [wasIn, wasNot] = [await plant({ stage: "removed" }), await plant({ stage: "revoked" })];
  const before = await rowOf(wasIn.id);
  expect(await restoreSeat(acme.admin, wasIn.id)).toEqual({ ok: true, email: wasIn.email, stage: "active" });
  expect(await restoreSeat(acme.admin, wasNot.id)).toEqual({
    ok: true,
    email: wasNot.email,
    stage: "reserved",
  });
  expect(await rowOf(wasIn.id)).toMatchObject({
    stage: "active",
    state: "active",
    user_id: before?.user_id,
    activated_at: before?.activated_at,
    released_at: null,
  });
  expect(await rowOf(wasNot.id)).toMatchObject({ stage: "reserved", batch_id: null });
  expect(await logOf(wasIn.id)).toEqual([
    ["seat.restored", "Ada Admin", { was: "removed", stage: "active" }],
  ]);
  const wishes = await database.sql`
    select key from graphile_worker._private_jobs
    where key in (${`reconcile:${before?.user_id}`}, 'claim-batch') order by key`;
  expect(wishes).toHaveLength(2);
  await expectCounted();
  expect(await restoreSeat(acme.admin, wasIn.id)).toEqual({ ok: false, reason: "not-released" });
});

it("restoring needs a free seat, an address that holds none by now, and one that Auth0 accepts", async () => {
  const full = await plantTenant(database.sql, 1);
  const gone = await plant({ stage: "removed" }, full);
  expect(await restoreSeat(full.admin, gone.id)).toEqual({ ok: false, reason: "no-seat-free" });
  const old = await plant({ stage: "removed" });
  await plant({ email: old.email });
  expect(await restoreSeat(acme.admin, old.id)).toEqual({ ok: false, reason: "holds-seat" });
  const failed = await plant({ stage: "removed" });
  await database.sql`update seats set release_reason = 'failed' where id = ${failed.id}`;
  expect(await restoreSeat(acme.admin, failed.id)).toEqual({ ok: false, reason: "not-accepted" });
  await expectCounted();
});

it("one seat left and ten restorations at once: one is granted", async () => {
  const tenant = await plantTenant(database.sql, 2);
  const gone = await Promise.all(Array.from({ length: 10 }, () => plant({ stage: "removed" }, tenant)));
  const answers = await Promise.all(gone.map(({ id }) => restoreSeat(tenant.admin, id)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  await expectCounted(tenant);
});

it("somebody leaves by their own hand, and the log says so", async () => {
  const { id } = await plant({ stage: "active" });
  const [own] = await database.sql`select user_id from seats where id = ${id}`;
  const viewer = { ...acme.admin, seatId: id, userId: String(own?.user_id), role: "viewer" as const };
  expect(await leaveTenant(viewer)).toEqual({ ok: true });
  expect(await rowOf(id)).toMatchObject({ stage: "released", release_reason: "removed" });
  expect((await logOf(id))[0]?.[2]).toEqual({ reason: "removed", from: "active", left: true });
  await expectCounted();
});

it("another tenant's people, people who never were, and a viewer's wishes are refused alike", async () => {
  const globex = await plantTenant(database.sql, 10, "Globex");
  const { id } = await plant({ stage: "removed" }, globex);
  const before = await rowOf(id);
  const viewer = { ...acme.admin, role: "viewer" as const };
  const form = { typed: "x@edit.example", importId: randomUUID() };
  for (const seatId of [id, randomUUID(), "nonsense"]) {
    const asked = (caller: typeof acme.admin) =>
      Promise.all([
        changeRole(caller, seatId, "admin"),
        renamePerson(caller, seatId, "Mine"),
        readdressPerson(caller, seatId, form),
        restoreSeat(caller, seatId),
        releaseSeat(caller, seatId),
        readPerson(caller, seatId),
      ]);
    for (const answer of await asked(acme.admin)) expect(answer).toEqual({ ok: false, reason: "not-here" });
    // The type says that only admins are planted.
    for (const answer of await asked(viewer as unknown as typeof acme.admin))
      expect(answer).toEqual({ ok: false, reason: "not-allowed" });
  }
  expect(await rowOf(id)).toEqual(before);
  expect(await logOf(id)).toEqual([]);
});
