import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedPerson, plantPeople } from "@/db/testing/plant-people";
import { plantTenant } from "@/db/testing/plant-tenant";
import { followImport, type ImportPart, importParts } from "./follow-import";

const database = openPortal();

type Planted = { outcome: string; stage?: PlantedPerson["stage"]; problem?: string; refused?: true };

/** An import whose rows stand where it is said. */
async function plantImport(tenantId: string, rows: readonly Planted[]): Promise<string> {
  const importId = randomUUID();
  const people = rows.map(({ stage }, at) => ({ name: "", email: `${at}-${importId}@parts.example`, stage }));
  const seated = people.flatMap(({ stage, ...person }) =>
    stage === undefined ? [] : [{ ...person, stage }],
  );
  const seats = await plantPeople(database.sql, tenantId, seated);
  await database.sql`
    insert into imports (id, tenant_id, source_name, admitted_by, row_count, seat_count)
    values (${importId}, ${tenantId}, 'people.csv', 'Ada Admin', ${rows.length}, ${seats.size})`;
  const written = rows.map(({ outcome, problem = null, refused = false }, at) => {
    const email = people[at]?.email ?? "";
    return { position: at + 1, email, outcome, problem, refused, seat: seats.get(email) ?? null };
  });
  const planted = database.sql`
    select * from jsonb_to_recordset(${JSON.stringify(written)}::text::jsonb)
      as r(position int, email text, outcome text, problem text, refused boolean, seat uuid)`;
  await database.sql`
    insert into import_rows (tenant_id, import_id, position, line, typed, name, outcome, problem, seat_id)
    select ${tenantId}, ${importId}, position, position, email, '', outcome, problem, seat from (${planted}) r`;
  await database.sql`
    insert into invitations (id, tenant_id, seat_id, token_hash, expires_at, refused_at, server_said)
    select gen_random_uuid(), ${tenantId}, seat, decode(md5(email), 'hex'), now() + interval '7 days',
      case when refused then now() end, case when refused then '550 no such mailbox' end
    from (${planted}) r where seat is not null`;
  return importId;
}

const everything: [ImportPart, Planted][] = [
  ["underWay", { outcome: "admitted", stage: "reserved" }],
  ["underWay", { outcome: "seated", stage: "imported" }],
  ["attention", { outcome: "seated", stage: "imported", refused: true }],
  ["invited", { outcome: "seated", stage: "invited" }],
  ["invited", { outcome: "seated", stage: "active" }],
  ["out", { outcome: "seated", stage: "removed" }],
  ["attention", { outcome: "bad", problem: "bad-address" }],
  ["attention", { outcome: "failed", stage: "removed" }],
  ["already", { outcome: "already" }],
  ["out", { outcome: "left-out" }],
  ["repeated", { outcome: "bad", problem: "same-as-line" }],
];

it("every row is in exactly one part, the parts sum to the file, and each leads to its own rows", async () => {
  const tenant = await plantTenant(database.sql, 20);
  const importId = await plantImport(
    tenant.id,
    everything.map(([, row]) => row),
  );
  const follow = (part: ImportPart | null) =>
    followImport(tenant.admin, importId, { cursor: null, part, limit: 50 });
  const whole = await follow(null);
  expect(whole).toMatchObject({
    progress: { total: 11, underWay: 2, invited: 2, already: 1, attention: 3, repeated: 1, out: 2 },
  });
  for (const part of importParts) {
    const followed = await follow(part);
    const expected = everything.flatMap(([own], at) => (own === part ? [at + 1] : []));
    expect(followed.ok && followed.rows.rows.map(({ position }) => position)).toEqual(expected);
  }
});

it("pages of one part of 20,000 rows go forth and back without losing or repeating a row", async () => {
  const tenant = await plantTenant(database.sql, 2);
  const rows = Array.from({ length: 20_000 }, (_, at) =>
    at % 100 === 0 ? { outcome: "bad", problem: "bad-address" } : { outcome: "already" },
  );
  const importId = await plantImport(tenant.id, rows);
  const open = async (cursor: { after: number } | { before: number } | null) => {
    const followed = await followImport(tenant.admin, importId, { cursor, part: "attention", limit: 100 });
    if (!followed.ok) throw new Error(followed.reason);
    return followed.rows;
  };
  const first = await open(null);
  const second = await open({ after: first.rows.at(-1)?.position ?? 0 });
  expect([...first.rows, ...second.rows].map(({ position }) => position)).toEqual(
    Array.from({ length: 200 }, (_, at) => at * 100 + 1),
  );
  expect([first.hasPrevious, first.hasNext, second.hasPrevious, second.hasNext]).toEqual([
    ...[false, true],
    ...[true, false],
  ]);
  expect(await open({ before: second.rows.at(0)?.position ?? 0 })).toEqual(first);
});
