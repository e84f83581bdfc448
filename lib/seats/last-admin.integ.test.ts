import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { countSeats } from "@/db/testing/count-seats";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedAdmin, plantAdmin, plantTenant } from "@/db/testing/plant-tenant";
import { askBulk } from "./ask-bulk";
import { changeRole } from "./change-role";
import { readChoice } from "./choose-people";
import { leaveTenant } from "./leave-tenant";
import { listPeople } from "./list-people";
import { performBulk } from "./perform-bulk";
import { readPerson } from "./read-person";
import { releaseSeat } from "./release-seat";

const database = openPortal();

type Way = { name: string; take: (by: PlantedAdmin, from: PlantedAdmin) => Promise<unknown> };

const worker = mintPlatformScope({ kind: "job", name: "perform-bulk" });
const bulk = (kind: string, role: string | null): Way["take"] =>
  async function forMany(by, from) {
    const id = randomUUID();
    const asked = await askBulk(by, { id, kind, role, who: { seatIds: [from.seatId] } });
    if (!asked.ok) return asked;
    const resend = () => Promise.reject(new Error("nobody asked for letters"));
    return performBulk(worker, { tenantId: by.scope.tenantId, actId: id }, resend);
  };

/** Every way in which a tenant may lose an active admin. */
const ways: Way[] = [
  { name: "removes", take: (by, from) => releaseSeat(by, from.seatId) },
  { name: "demotes", take: (by, from) => changeRole(by, from.seatId, "viewer") },
  { name: "leaves", take: (by) => leaveTenant(by) },
  { name: "demotes themselves", take: (by) => changeRole(by, by.seatId, "viewer") },
  { name: "removes in bulk", take: bulk("remove", null) },
  { name: "demotes in bulk", take: bulk("change-role", "viewer") },
];
const pairs = ways.flatMap((first, at) => ways.slice(at).map((second) => ({ first, second })));

async function countAdmins(tenantIds: string[]): Promise<number[]> {
  const rows = await database.sql<{ admins: number }[]>`
    select count(s.id)::int as admins from tenants t left join seats s
      on s.tenant_id = t.id and s.role = 'admin' and s.stage = 'active'
    where t.id in ${database.sql(tenantIds)} group by t.id`;
  return rows.map(({ admins }) => admins);
}

it("two admins who take each other's right at the same moment, in any two ways, 200 times: never none is left", async () => {
  const trials = await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      const tenant = await plantTenant(database.sql, 5);
      const other = await plantAdmin(database.sql, { ...tenant, name: "Acme" });
      return { ...(pairs[at % pairs.length] ?? { first: ways[0], second: ways[0] }), tenant, other };
    }),
  );
  await Promise.all(
    trials.flatMap(({ first, second, tenant, other }) => [
      first?.take(tenant.admin, other),
      second?.take(other, tenant.admin),
    ]),
  );
  const left = await countAdmins(trials.map(({ tenant }) => tenant.id));
  expect(left).toHaveLength(200);
  expect(left.filter((admins) => admins === 0)).toEqual([]);
  expect(left.filter((admins) => admins === 1).length, "most pairs did take one right").toBeGreaterThan(150);
  for (const { tenant } of trials) {
    const { counter, recount } = await countSeats(database.sql, tenant.id);
    expect(counter).toEqual(recount);
  }
  const [row] = await database.sql`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  expect(row).toEqual({ deadlocks: 0 });
});

it.each(ways)("the only active admin stays, whoever $name", async ({ take }) => {
  const tenant = await plantTenant(database.sql, 5);
  // One who is still on the way does not count.
  const pending = await plantAdmin(database.sql, { ...tenant, name: "Acme" });
  await database.sql`update seats set stage = 'verified' where id = ${pending.seatId}`;
  await database.sql`update tenants set seats_active = 1 where id = ${tenant.id}`;
  await take(tenant.admin, tenant.admin);
  expect(await countAdmins([tenant.id])).toEqual([1]);
});

it("the refusals say so", async () => {
  const { admin } = await plantTenant(database.sql, 5);
  const lastAdmin = { ok: false, reason: "last-admin" };
  expect(await releaseSeat(admin, admin.seatId)).toEqual(lastAdmin);
  expect(await changeRole(admin, admin.seatId, "viewer")).toEqual(lastAdmin);
  expect(await leaveTenant(admin)).toEqual(lastAdmin);
});

it("an admin is told whether they are the only active one, by the list and by a person's page", async () => {
  const tenant = await plantTenant(database.sql, 5);
  const looks = async () => {
    const listed = await listPeople(tenant.admin, readChoice({}), { cursor: null, limit: 10 });
    const file = await readPerson(tenant.admin, tenant.admin.seatId);
    return [listed.ok && listed.isOnlyAdmin, file.ok && file.isOnlyAdmin];
  };
  expect(await looks()).toEqual([true, true]);
  await plantAdmin(database.sql, { ...tenant, name: "Acme" });
  expect(await looks()).toEqual([false, false]);
});
