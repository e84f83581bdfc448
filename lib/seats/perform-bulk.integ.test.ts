import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { plantPeople } from "@/db/testing/plant-people";
import { plantAdmin, plantTenant } from "@/db/testing/plant-tenant";
import { askBulk } from "./ask-bulk";
import { followBulk } from "./follow-bulk";
import { performBulk } from "./perform-bulk";

const worker = mintPlatformScope({ kind: "job", name: "perform-bulk" });
const database = openPortal();

it.each([
  [
    "was removed",
    "update seats set stage = 'released', released_at = now(), release_reason = 'removed' where id =",
  ],
  ["is no admin any more", "update seats set role = 'viewer' where id ="],
])("an admin who %s while a bulk act goes on asks for nobody else", async (_what, statement) => {
  const tenant = await plantTenant(database.sql, 10);
  const asker = await plantAdmin(database.sql, { ...tenant, name: "Acme" });
  const people = await plantPeople(
    database.sql,
    tenant.id,
    ["a", "b", "c"].map((name) => ({ name, email: `${name}-${randomUUID()}@bulk.example` })),
  );
  const actId = randomUUID();
  const who = { seatIds: [...people.values()] };
  expect(await askBulk(asker, { id: actId, kind: "resend", role: null, who })).toMatchObject({ ok: true });
  const resent: string[] = [];
  await performBulk(worker, { tenantId: tenant.id, actId }, async (_tx, _caller, seatId) => {
    resent.push(seatId);
    await database.sql.unsafe(`${statement} '${asker.seatId}'`);
    return { ok: true };
  });
  expect(resent).toHaveLength(1);
  const followed = await followBulk(tenant.admin, actId, { after: 0, limit: 10 });
  expect(followed).toMatchObject({
    left: 0,
    rows: [{ outcome: "done" }, { outcome: "lost-right" }, { outcome: "lost-right" }],
  });
});
