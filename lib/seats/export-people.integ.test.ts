import { expect, it } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { plantPeople } from "@/db/testing/plant-people";
import { plantTenant } from "@/db/testing/plant-tenant";
import { readChoice } from "./choose-people";
import { exportPeople } from "./export-people";

const database = openPortal();

const words = {
  states: {
    reserved: "Reserved",
    imported: "Imported",
    invited: "Invited",
    verified: "Verified",
    undeliverable: "Undeliverable",
    active: "Active",
    removed: "Removed",
    revoked: "Revoked",
    expired: "Expired",
    failed: "Failed",
  },
  roles: { viewer: "Viewer", editor: "Editor", admin: "Admin" },
};

it("the export is what the list shows, safe from formulas, with invited as a state of its own", async () => {
  const tenant = await plantTenant(database.sql, 10_000);
  const many = Array.from({ length: 2_300 }, (_, at) => {
    return { name: `Row ${String(at).padStart(4, "0")}`, email: `row${at}@export.example` };
  });
  await plantPeople(database.sql, tenant.id, [
    ...many,
    { name: "=HYPERLINK(1)", email: "=evil@export.example", stage: "reserved" },
    { name: 'Quote " and, comma', email: "quote@export.example", stage: "active" },
    { name: "Gone", email: "gone@export.example", stage: "removed" },
  ]);
  const written = exportPeople(tenant.admin, readChoice({}), words);
  if (!written.ok) throw new Error(written.reason);
  const pieces: string[] = [];
  for await (const piece of written.text) pieces.push(piece);
  expect(pieces.length, "page by page").toBeGreaterThan(3);
  const text = pieces.join("");
  expect(text.startsWith("\ufeffName,Email,Role,State,")).toBe(true);
  expect(text).toContain('"\'=HYPERLINK(1)","\'=evil@export.example",Viewer,Reserved,');
  expect(text).toContain('"Quote "" and, comma",quote@export.example,Viewer,Active,');
  expect(text).not.toContain("Gone");
  const lines = text.trimEnd().split("\r\n");
  expect(lines.filter((line) => line.includes(",Viewer,Invited,"))).toHaveLength(2_300);
  expect(new Set(lines).size).toBe(2_300 + 3 + 1);
  const viewer = { ...tenant.admin, role: "viewer" as const };
  expect(exportPeople(viewer, readChoice({}), words)).toEqual({ ok: false, reason: "not-allowed" });
});

it.each([
  [
    "removed",
    "update seats set stage = 'released', released_at = now(), release_reason = 'removed' where id = $1",
  ],
  ["made a viewer", "update seats set role = 'viewer' where id = $1"],
  [
    "of a suspended tenant",
    "update tenants set suspended_at = now() where id = (select tenant_id from seats where id = $1)",
  ],
])("the export of an admin who is %s meanwhile is cut off", async (_, statement) => {
  const tenant = await plantTenant(database.sql, 10_000);
  const many = Array.from({ length: 2_300 }, (_row, at) => ({
    name: `Row ${at}`,
    email: `row${at}@cut.example`,
  }));
  await plantPeople(database.sql, tenant.id, many);
  const written = exportPeople(tenant.admin, readChoice({}), words);
  if (!written.ok) throw new Error(written.reason);
  for (const piece of ["head", "first page"]) expect((await written.text.next()).done, piece).toBe(false);
  await database.sql.unsafe(statement, [tenant.admin.seatId]);
  expect(await written.text.next()).toEqual({ done: true, value: "cut-off" });
});
