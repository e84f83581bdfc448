import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "./connect";
import { listTenantsWithExpired } from "./expiry";
import { inPlatform } from "./in-platform";
import { mintPlatformScope } from "./mint-scope";
import { hasDueReminders } from "./reminders";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database";
import { plantTenant } from "./testing/plant-tenant";
import { becomePortal } from "./testing/portal-environment";

const scope = mintPlatformScope({ kind: "job", name: "look-at-calendar" });
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  becomePortal(database.urls);
});
afterAll(async () => {
  await disconnect();
  await database.drop();
});

/** People of one tenant with letters of a year ago. */
async function plantPeople(tenantId: string, stage: "active" | "invited", count: number): Promise<void> {
  const { sql } = database;
  await sql`
    insert into seats (tenant_id, email, email_key, name, name_key, role, stage)
    select ${tenantId}, a, a, '', '', 'viewer', ${stage}
    from (select ${stage} || n || '@acme.example' as a from generate_series(1, ${count}::int) n) addresses`;
  await sql`
    insert into invitations (id, tenant_id, seat_id, token_hash, sent_at, expires_at)
    select gen_random_uuid(), s.tenant_id, s.id, s.id, now() - interval '1 hour',
      now() + case when stage = 'active' then interval '-1 year' else interval '7 days' end
    from seats s where s.tenant_id = ${tenantId} and s.stage = ${stage}`;
}

it("looking at the calendar reads the people on the way and none of a hundred thousand who are in", async () => {
  const { sql } = database;
  const { id } = await plantTenant(sql, 200_000);
  await plantPeople(id, "active", 100_000);
  await plantPeople(id, "invited", 1_000);
  await sql`analyze`;
  const reads = async () => {
    const [row] = await sql<{ rows: number }[]>`
      select sum(seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_user_tables
      where relname in ('seats', 'invitations')`;
    return row?.rows ?? 0;
  };
  await sql`select pg_stat_force_next_flush()`;
  const before = await reads();
  await inPlatform(scope, async (tx) => {
    expect(await listTenantsWithExpired(tx, 50)).toEqual([]);
    expect(await hasDueReminders(tx)).toBe(false);
  });
  // A connection tells its counts when it ends.
  await disconnect();
  await sleep(300);
  await sql`select pg_stat_clear_snapshot()`;
  const read = (await reads()) - before;
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(10_000);
});
