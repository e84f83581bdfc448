import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Page, PageRequest } from "@/lib/base/page";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { beyond, pageOrder, toPage } from "./page";
import { uuidArray } from "./rows";
import { importRows, imports, type rowOutcomes } from "./schema/imports";
import { invitations, seats } from "./schema/seats";
import type { ReleaseReason, Role, Stage } from "./seats";

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
  detail: string | null;
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
    insert into import_rows (tenant_id, import_id, position, line, typed, name, role, outcome, problem, detail, same_as, seat_id)
    select ${tenantId}::uuid, ${head.id}::uuid, r.position, r.line, r.typed, r.name, r.role, r.outcome, r.problem, r.detail, r."sameAs", r."seatId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      position int, line int, typed text, name text, role text, outcome text, problem text, detail text, "sameAs" int, "seatId" uuid)`);
}

/** Gives the rows behind seats their final outcome. */
export async function settleRows(
  tx: PlatformTx | TenantTx,
  seatIds: string[],
  outcome: "seated" | "failed",
  failure: { problem: string; detail: string } | null = null,
): Promise<void> {
  if (seatIds.length === 0) return;
  await tx.sql
    .update(importRows)
    .set({ outcome, ...failure })
    .where(and(sql`${importRows.seatId} = any(${uuidArray(seatIds)})`, eq(importRows.outcome, "admitted")));
}

/** One page of a tenant's imports, newest first. */
export async function listImports(tx: TenantTx, page: PageRequest): Promise<Page<Import>> {
  const { tenantId } = tx.scope;
  const key = (id: string) =>
    sql`select c.created_at, c.id from imports c where c.tenant_id = ${tenantId}::uuid and c.id = ${id}::uuid`;
  const rows = await tx.sql
    .select()
    .from(imports)
    .where(
      and(
        eq(imports.tenantId, tenantId),
        beyond(page, sql`(${imports.createdAt}, ${imports.id})`, key, "descending"),
      ),
    )
    .orderBy(...pageOrder(page, [imports.createdAt, imports.id], "descending"))
    .limit(page.limit + 1);
  return toPage(page, rows);
}

const seatOfRow = and(eq(seats.tenantId, importRows.tenantId), eq(seats.id, importRows.seatId));
const letterOfRow = and(
  eq(invitations.tenantId, importRows.tenantId),
  eq(invitations.seatId, importRows.seatId),
  isNull(invitations.revokedAt),
);
const letterRefused = sql<boolean>`coalesce(${invitations.refusedAt} is not null, false)`;
/** A person whom an earlier row of the same roster named: nothing is wrong with them. */
const isRepeat = sql<boolean>`coalesce(${importRows.problem} = 'same-as-line', false)`;

/** A roster's row together with where its seat stands now. */
export type ImportRowNow = {
  position: number;
  line: number;
  typed: string;
  name: string;
  role: Role | null;
  outcome: RowOutcome;
  isRepeat: boolean;
  detail: string | null;
  stage: Stage | null;
  releaseReason: ReleaseReason | null;
  letterRefused: boolean;
};

/** One page of an import's rows in the order of the file. */
export async function listImportRows(
  tx: TenantTx,
  importId: string,
  page: { after: number; limit: number },
): Promise<{ rows: ImportRowNow[]; hasNext: boolean }> {
  const rows = await tx.sql
    .select({
      position: importRows.position,
      line: importRows.line,
      typed: importRows.typed,
      name: importRows.name,
      role: importRows.role,
      outcome: importRows.outcome,
      isRepeat,
      detail: importRows.detail,
      stage: seats.stage,
      releaseReason: seats.releaseReason,
      letterRefused,
    })
    .from(importRows)
    .leftJoin(seats, seatOfRow)
    .leftJoin(invitations, letterOfRow)
    .where(
      and(
        eq(importRows.tenantId, tx.scope.tenantId),
        eq(importRows.importId, importId),
        gt(importRows.position, page.after),
      ),
    )
    .orderBy(asc(importRows.position))
    .limit(page.limit + 1);
  return { rows: rows.slice(0, page.limit), hasNext: rows.length > page.limit };
}

/** How many rows of an import share an outcome, the stage of their seat, and what happened to the letter. */
export type ImportTally = {
  outcome: RowOutcome;
  isRepeat: boolean;
  stage: Stage | null;
  letterRefused: boolean;
  count: number;
};

export async function tallyImport(tx: TenantTx, importId: string): Promise<ImportTally[]> {
  return tx.sql
    .select({
      outcome: importRows.outcome,
      isRepeat,
      stage: seats.stage,
      letterRefused,
      count: sql<number>`count(*)::int`,
    })
    .from(importRows)
    .leftJoin(seats, seatOfRow)
    .leftJoin(invitations, letterOfRow)
    .where(and(eq(importRows.tenantId, tx.scope.tenantId), eq(importRows.importId, importId)))
    .groupBy(importRows.outcome, isRepeat, seats.stage, letterRefused);
}
