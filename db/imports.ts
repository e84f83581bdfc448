import { and, asc, desc, eq, gt, lt, or, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { uuidArray } from "./rows";
import { importRows, imports, type rowOutcomes } from "./schema/imports";
import { invitations, seats } from "./schema/seats";
import type { Role, Stage } from "./seats";

export type Import = typeof imports.$inferSelect;
export type RowOutcome = (typeof rowOutcomes)[number];

export async function readImport(tx: TenantTx, id: string): Promise<Import | null> {
  const rows = await tx.sql
    .select()
    .from(imports)
    .where(and(eq(imports.tenantId, tx.scope.tenantId), eq(imports.id, id)));
  return rows[0] ?? null;
}

export type NewImportRow = {
  position: number;
  line: number;
  typed: string;
  name: string;
  role: Role | null;
  outcome: RowOutcome;
  problem: string | null;
  sameAs: number | null;
  seatId: string | null;
};

/** Writes down an admitted roster with the fate of each of its rows. */
export async function insertImport(
  tx: TenantTx,
  head: { id: string; sourceName: string; admittedBy: string; seatCount: number },
  rows: NewImportRow[],
): Promise<void> {
  const { tenantId } = tx.scope;
  await tx.sql.insert(imports).values({ ...head, tenantId, rowCount: rows.length });
  await tx.sql.execute(sql`
    insert into import_rows (tenant_id, import_id, position, line, typed, name, role, outcome, problem, same_as, seat_id)
    select ${tenantId}::uuid, ${head.id}::uuid, r.position, r.line, r.typed, r.name, r.role, r.outcome, r.problem, r."sameAs", r."seatId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      position int, line int, typed text, name text, role text, outcome text, problem text, "sameAs" int, "seatId" uuid)`);
}

/** Gives the rows behind seats their final outcome. */
export async function settleRows(
  tx: PlatformTx | TenantTx,
  seatIds: string[],
  outcome: "seated" | "failed",
  problem: string | null = null,
): Promise<void> {
  if (seatIds.length === 0) return;
  await tx.sql
    .update(importRows)
    .set({ outcome, problem })
    .where(and(sql`${importRows.seatId} = any(${uuidArray(seatIds)})`, eq(importRows.outcome, "admitted")));
}

/** One page of a tenant's imports, newest first. */
export async function listImports(
  tx: TenantTx,
  page: { before: { createdAt: Date; id: string } | null; limit: number },
): Promise<Import[]> {
  const { before } = page;
  return tx.sql
    .select()
    .from(imports)
    .where(
      and(
        eq(imports.tenantId, tx.scope.tenantId),
        before === null
          ? undefined
          : or(
              lt(imports.createdAt, before.createdAt),
              and(eq(imports.createdAt, before.createdAt), lt(imports.id, before.id)),
            ),
      ),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(page.limit);
}

/** A roster's row together with where its seat stands now. */
export type ImportRowNow = {
  position: number;
  line: number;
  typed: string;
  name: string;
  role: Role | null;
  outcome: RowOutcome;
  problem: string | null;
  sameAs: number | null;
  stage: Stage | null;
  letterRefused: boolean;
};

/** One page of an import's rows in the order of the file. */
export async function listImportRows(
  tx: TenantTx,
  importId: string,
  page: { after: number; limit: number },
): Promise<ImportRowNow[]> {
  return tx.sql
    .select({
      position: importRows.position,
      line: importRows.line,
      typed: importRows.typed,
      name: importRows.name,
      role: importRows.role,
      outcome: importRows.outcome,
      problem: importRows.problem,
      sameAs: importRows.sameAs,
      stage: seats.stage,
      letterRefused: sql<boolean>`coalesce(${invitations.refusedAt} is not null, false)`,
    })
    .from(importRows)
    .leftJoin(seats, and(eq(seats.tenantId, importRows.tenantId), eq(seats.id, importRows.seatId)))
    .leftJoin(
      invitations,
      and(
        eq(invitations.tenantId, importRows.tenantId),
        eq(invitations.seatId, importRows.seatId),
        sql`${invitations.revokedAt} is null`,
      ),
    )
    .where(
      and(
        eq(importRows.tenantId, tx.scope.tenantId),
        eq(importRows.importId, importId),
        gt(importRows.position, page.after),
      ),
    )
    .orderBy(asc(importRows.position))
    .limit(page.limit);
}

/** How far an import has come: rows by outcome, and seated rows by the stage of their seat. */
export type ImportTally = { outcome: RowOutcome; stage: Stage | null; count: number };

export async function tallyImport(tx: TenantTx, importId: string): Promise<ImportTally[]> {
  return tx.sql
    .select({ outcome: importRows.outcome, stage: seats.stage, count: sql<number>`count(*)::int` })
    .from(importRows)
    .leftJoin(seats, and(eq(seats.tenantId, importRows.tenantId), eq(seats.id, importRows.seatId)))
    .where(and(eq(importRows.tenantId, tx.scope.tenantId), eq(importRows.importId, importId)))
    .groupBy(importRows.outcome, seats.stage);
}
