import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { matching, type PeopleFilter } from "./people-filter";
import { onlyRow, uuidArray } from "./rows";
import { bulkActRows, bulkActs, type bulkKinds } from "./schema/bulk-acts";
import { seats } from "./schema/seats";
import type { Role } from "./seats";

export type BulkAct = typeof bulkActs.$inferSelect;
export type BulkKind = (typeof bulkKinds)[number];

/** Whom a bulk act is about: people picked one by one, or everybody whom a filter means. */
export type BulkTarget = { seatIds: readonly string[] } | { filter: PeopleFilter };

/** Writes down a bulk act with the people whom it is about at this moment; answers how many, and nothing is written for none. */
export async function insertBulkAct(
  tx: TenantTx,
  act: { id: string; kind: BulkKind; role: Role | null; askedBy: string; askerName: string },
  target: BulkTarget,
): Promise<number> {
  const { tenantId } = tx.scope;
  const meant =
    "filter" in target
      ? matching(tx, target.filter)
      : sql`c.tenant_id = ${tenantId}::uuid and c.id = any(${uuidArray(target.seatIds)})`;
  const { id, kind, role, askedBy, askerName } = act;
  const rows = await tx.sql.execute<{ count: number }>(sql`
    with meant as materialized (
      select c.id, row_number() over (order by c.name_key, c.id) as position from seats c where ${meant}),
    act as (
      insert into bulk_acts (id, tenant_id, kind, role, asked_by, asker_name, row_count)
      select ${id}::uuid, ${tenantId}::uuid, ${kind}, ${role}, ${askedBy}::uuid, ${askerName}, count(*) from meant
      having count(*) > 0),
    turns as (
      insert into bulk_act_rows (tenant_id, act_id, position, seat_id)
      select ${tenantId}::uuid, ${id}::uuid, position, meant.id from meant)
    select count(*)::int as count from meant`);
  return onlyRow(rows).count;
}

export async function readBulkAct(tx: TenantTx, id: string): Promise<BulkAct | null> {
  const rows = await tx.sql
    .select()
    .from(bulkActs)
    .where(and(eq(bulkActs.tenantId, tx.scope.tenantId), eq(bulkActs.id, id)));
  return rows[0] ?? null;
}

/** The same for the job that goes on with it. */
export async function findBulkAct(
  tx: PlatformTx,
  { tenantId, actId }: { tenantId: string; actId: string },
): Promise<BulkAct | null> {
  const rows = await tx.sql
    .select()
    .from(bulkActs)
    .where(and(eq(bulkActs.tenantId, tenantId), eq(bulkActs.id, actId)));
  return rows[0] ?? null;
}

export type BulkRow = { position: number; seatId: string };

/** The people whose turn is next. */
export async function listLeft(tx: TenantTx, actId: string, limit: number): Promise<BulkRow[]> {
  return tx.sql
    .select({ position: bulkActRows.position, seatId: bulkActRows.seatId })
    .from(bulkActRows)
    .where(
      and(
        eq(bulkActRows.tenantId, tx.scope.tenantId),
        eq(bulkActRows.actId, actId),
        isNull(bulkActRows.outcome),
      ),
    )
    .orderBy(asc(bulkActRows.position))
    .limit(limit);
}

/** Takes one person's turn: false when somebody took it already. Held until the transaction ends. */
export async function claimTurn(tx: TenantTx, actId: string, { position }: BulkRow): Promise<boolean> {
  const rows = await tx.sql
    .select({ position: bulkActRows.position })
    .from(bulkActRows)
    .where(
      and(
        eq(bulkActRows.tenantId, tx.scope.tenantId),
        eq(bulkActRows.actId, actId),
        eq(bulkActRows.position, position),
        isNull(bulkActRows.outcome),
      ),
    )
    .for("update");
  return rows.length === 1;
}

/** Writes down what became of one person, in the transaction in which it became so. */
export async function settleTurn(
  tx: TenantTx,
  actId: string,
  { position }: BulkRow,
  outcome: string,
): Promise<void> {
  await tx.sql
    .update(bulkActRows)
    .set({ outcome, settledAt: sql`now()` })
    .where(
      and(
        eq(bulkActRows.tenantId, tx.scope.tenantId),
        eq(bulkActRows.actId, actId),
        eq(bulkActRows.position, position),
      ),
    );
}

/** Writes down one outcome for everybody whose turn has not come. */
export async function settleRest(tx: PlatformTx, act: BulkAct, outcome: string): Promise<void> {
  await tx.sql
    .update(bulkActRows)
    .set({ outcome, settledAt: sql`now()` })
    .where(
      and(eq(bulkActRows.tenantId, act.tenantId), eq(bulkActRows.actId, act.id), isNull(bulkActRows.outcome)),
    );
}

export type BulkRowNow = BulkRow & { name: string; email: string; outcome: string | null };

/** One page of a bulk act's people in the order of their turns. */
export async function listBulkRows(
  tx: TenantTx,
  actId: string,
  page: { after: number; limit: number },
): Promise<{ rows: BulkRowNow[]; hasNext: boolean }> {
  const rows = await tx.sql
    .select({
      position: bulkActRows.position,
      seatId: bulkActRows.seatId,
      name: seats.name,
      email: seats.email,
      outcome: bulkActRows.outcome,
    })
    .from(bulkActRows)
    .innerJoin(seats, and(eq(seats.tenantId, bulkActRows.tenantId), eq(seats.id, bulkActRows.seatId)))
    .where(
      and(
        eq(bulkActRows.tenantId, tx.scope.tenantId),
        eq(bulkActRows.actId, actId),
        gt(bulkActRows.position, page.after),
      ),
    )
    .orderBy(asc(bulkActRows.position))
    .limit(page.limit + 1);
  return { rows: rows.slice(0, page.limit), hasNext: rows.length > page.limit };
}

/** How many people of a bulk act share an outcome; null for those whose turn has not come. */
export async function tallyBulkAct(
  tx: TenantTx,
  actId: string,
): Promise<{ outcome: string | null; count: number }[]> {
  return tx.sql
    .select({ outcome: bulkActRows.outcome, count: sql<number>`count(*)::int` })
    .from(bulkActRows)
    .where(and(eq(bulkActRows.tenantId, tx.scope.tenantId), eq(bulkActRows.actId, actId)))
    .groupBy(bulkActRows.outcome);
}
