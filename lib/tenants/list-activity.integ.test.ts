import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Actor } from "@/db/actor";
import { recordAudit, type TenantAuditVerb } from "@/db/audit";
import { inTenant } from "@/db/in-tenant";
import { openPortal } from "@/db/testing/open-portal";
import { plantPeople } from "@/db/testing/plant-people";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { changeSettings } from "./change-settings";
import { readActivityChoice } from "./choose-activity";
import { exportActivity } from "./export-activity";
import { listActivity } from "./list-activity";

const database = openPortal();

const everything = readActivityChoice({});
const first = { cursor: null, limit: 50 };

async function list({ admin }: PlantedTenant, words: Record<string, string> = {}, page = first) {
  const listed = await listActivity(admin, readActivityChoice(words), page);
  if (!listed.ok) throw new Error(listed.reason);
  return listed.activity;
}

type Planted = { verb: TenantAuditVerb; kind?: Actor["kind"]; at?: string; subject?: string };

/** Entries of a tenant, in the order of writing. */
async function plantEntries({ id }: PlantedTenant, entries: readonly Planted[]): Promise<void> {
  for (const { verb, kind = "job", at = "2026-01-01T00:00:00Z", subject = id } of entries)
    await database.sql`
      insert into audit (tenant_id, at, verb, actor, subject)
      values (${id}, ${at}, ${verb}, ${database.sql.json({ kind, name: "x" })}, ${subject})`;
}

it("an admin reads what was changed, by whom, and what was there before", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const seats = await plantPeople(database.sql, tenant.id, [{ name: "Old", email: "p@list.example" }]);
  const seatId = seats.get("p@list.example") ?? "";
  const renamed = { tenantId: tenant.id, verb: "seat.renamed", subject: seatId } as const;
  const facts = { before: "Older", after: "Old" };
  await inTenant(tenant.admin.scope, (tx) => recordAudit(tx, [{ ...renamed, facts }]));
  await changeSettings(tenant.admin, { invitationDays: 9, reminders: false });
  const { rows } = await list(tenant);
  expect(rows).toMatchObject([
    {
      verb: "tenant.settings-changed",
      actor: { kind: "person", name: "Ada Admin" },
      facts: { daysAfter: 9 },
      subject: { kind: "tenant" },
    },
    {
      verb: "seat.renamed",
      facts,
      subject: { kind: "person", id: seatId, name: "Old" },
    },
  ]);
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["actor", "at", "facts", "ref", "subject", "verb"]);
});

it("kinds, sources and days narrow the list, alone and together", async () => {
  const tenant = await plantTenant(database.sql, 10);
  await plantEntries(tenant, [
    { verb: "seat.released", kind: "person", at: "2026-03-01T00:00:00Z" },
    { verb: "seat.released", kind: "job", at: "2026-03-01T23:59:59.999Z" },
    { verb: "invitation.opened", kind: "link", at: "2026-03-02T00:00:00Z" },
    { verb: "letter.sent", kind: "job", at: "2026-03-03T00:00:00Z" },
    { verb: "import.admitted", kind: "person", at: "2026-03-04T00:00:00Z" },
    { verb: "tenant.seats-changed", kind: "staff", at: "2026-03-05T00:00:00Z" },
    { verb: "tenant.created", kind: "operator", at: "2026-03-06T00:00:00Z" },
  ]);
  const verbs = async (words: Record<string, string>) =>
    (await list(tenant, words)).rows.map(({ verb, actor }) => `${verb} ${actor.kind}`);
  expect(await verbs({})).toHaveLength(7);
  expect(await verbs({ kind: "people" })).toEqual(["seat.released job", "seat.released person"]);
  expect(await verbs({ kind: "letters" })).toEqual(["letter.sent job", "invitation.opened link"]);
  expect(await verbs({ kind: "imports" })).toEqual(["import.admitted person"]);
  expect(await verbs({ kind: "settings" })).toEqual([
    "tenant.created operator",
    "tenant.seats-changed staff",
  ]);
  expect(await verbs({ source: "person" })).toEqual(["import.admitted person", "seat.released person"]);
  expect(await verbs({ kind: "people", source: "job" })).toEqual(["seat.released job"]);
  expect(await verbs({ from: "2026-03-05" })).toHaveLength(2);
  expect(await verbs({ to: "2026-03-01" }), "the whole of the last day").toHaveLength(2);
  expect(await verbs({ from: "2026-03-02", to: "2026-03-04", source: "job" })).toEqual(["letter.sent job"]);
  expect(await verbs({ from: "2026-02-30", kind: "nonsense" }), "nonsense narrows nothing").toHaveLength(7);
});

it("pages lead through everything once, forwards and back, also within one moment", async () => {
  const tenant = await plantTenant(database.sql, 10);
  await plantEntries(
    tenant,
    Array.from({ length: 7 }, () => ({ verb: "seat.imported" as const })),
  );
  const seen: string[] = [];
  let page = await list(tenant, {}, { cursor: null, limit: 3 });
  const firstRefs = page.rows.map(({ ref }) => ref);
  expect(page.hasPrevious).toBe(false);
  for (;;) {
    seen.push(...page.rows.map(({ ref }) => ref));
    if (!page.hasNext) break;
    const cursor = { id: page.rows.at(-1)?.ref ?? "", direction: "after" as const };
    page = await pageAt(tenant, cursor);
  }
  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
  const back = await pageAt(tenant, { id: seen[3] ?? "", direction: "before" });
  expect(back.rows.map(({ ref }) => ref)).toEqual(firstRefs);
});

async function pageAt(tenant: PlantedTenant, cursor: { id: string; direction: "after" | "before" }) {
  const listed = await listActivity(tenant.admin, everything, { cursor, limit: 3 });
  if (!listed.ok) throw new Error(listed.reason);
  return listed.activity;
}

it("another tenant sees nothing of it, not even by an entry's name", async () => {
  const [own, foreign] = [await plantTenant(database.sql, 10), await plantTenant(database.sql, 10)];
  await plantEntries(own, [{ verb: "seat.imported" }, { verb: "seat.imported" }]);
  await plantEntries(foreign, [{ verb: "tenant.created", subject: own.admin.seatId }]);
  const [entry] = (await list(own)).rows;
  const stolen = await pageAt(foreign, { id: entry?.ref ?? "", direction: "after" });
  const unknown = await pageAt(foreign, { id: randomUUID(), direction: "after" });
  expect(stolen).toEqual(unknown);
  expect(stolen.rows.map(({ verb, subject }) => [verb, subject])).toEqual([
    ["tenant.created", { kind: "tenant" }],
  ]);
  expect(stolen.hasPrevious).toBe(false);
});

it("a viewer gets neither list nor file", async () => {
  const { admin } = await plantTenant(database.sql, 10);
  const viewer = { ...admin, role: "viewer" as const };
  const refused = { ok: false, reason: "not-allowed" };
  expect(await listActivity(viewer, everything, first)).toEqual(refused);
  expect(exportActivity(viewer, everything, () => ({}) as never)).toEqual(refused);
});

it("the file is what the list shows, page by page, safe from formulas", async () => {
  const tenant = await plantTenant(database.sql, 10);
  await database.sql`
    insert into audit (tenant_id, verb, actor, subject)
    select ${tenant.id}::uuid, 'seat.imported', '{"kind":"job","name":"j"}', ${tenant.id}::uuid
    from generate_series(1, 2300)`;
  await plantEntries(tenant, [{ verb: "seat.released", kind: "person" }]);
  const describe = (entry: { verb: string; ref: string }) => ({
    ...{ actor: "=HYPERLINK(1)", source: "s", title: entry.verb, subject: "a, b" },
    ...{ before: "", after: "", detail: entry.ref },
  });
  const written = exportActivity(tenant.admin, readActivityChoice({ kind: "people" }), describe);
  if (!written.ok) throw new Error(written.reason);
  const pieces: string[] = [];
  for await (const piece of written.text) pieces.push(piece);
  expect(pieces, "the head and three pages").toHaveLength(4);
  const lines = pieces.join("").trimEnd().split("\r\n");
  expect(lines[0]).toBe("\ufeffWhen,Who,Source,What,About,Before,After,Details");
  expect(lines.slice(1)).toHaveLength(2_301);
  expect(new Set(lines).size).toBe(2_302);
  expect(lines.at(-1)).toMatch(/^2026-01-01T00:00:00.000Z,"'=HYPERLINK\(1\)",s,seat.released,"a, b",,,/);
});

it("the file of an admin who is removed meanwhile is cut off", async () => {
  const tenant = await plantTenant(database.sql, 10);
  await plantEntries(tenant, [{ verb: "seat.released", kind: "person" }]);
  const written = exportActivity(tenant.admin, everything, () => ({}) as never);
  if (!written.ok) throw new Error(written.reason);
  expect((await written.text.next()).done, "the head").toBe(false);
  await database.sql`
    update seats set stage = 'released', released_at = now(), release_reason = 'removed'
    where id = ${tenant.admin.seatId}`;
  expect(await written.text.next()).toEqual({ done: true, value: "cut-off" });
});
