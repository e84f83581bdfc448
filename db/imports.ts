import { and, asc, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
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

/** The parts of an import as it goes on; each of its rows is in exactly one. */
export const importParts = ["underWay", "invited", "already", "attention", "repeated", "out"] as const;
export type ImportPart = (typeof importParts)[number];

/**
 * Which part a row is in at this moment. In order: named by an earlier row; bad in the roster or not accepted by Auth0;
 * held a seat before; left out by the admin or released since; letter refused; Auth0 or the letter still outstanding;
 * and whoever is left has their letter, or came further.
 */
const part = sql<ImportPart>`case
  when ${isRepeat} then 'repeated'
  when ${importRows.outcome} in ('bad', 'failed') then 'attention'
  when ${importRows.outcome} = 'already' then 'already'
  when ${importRows.outcome} = 'left-out' or ${seats.stage} = 'released' then 'out'
  when ${letterRefused} then 'attention'
  when ${importRows.outcome} = 'admitted' or ${seats.stage} in ('reserved', 'imported') then 'underWay'
  else 'invited' end`;

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
  seatId: string | null;
  stage: Stage | null;
  releaseReason: ReleaseReason | null;
  letterRefused: boolean;
  /** The mail server's words on the letter; null when it has said nothing yet. */
  serverSaid: string | null;
};

/** Where a page of rows begins: behind a position of the file, or before one; null means the first page. */
export type RowCursor = { after: number } | { before: number } | null;

/** One page of an import's rows in the order of the file: all of them, or those of one part. */
export async function listImportRows(
  tx: TenantTx,
  importId: string,
  { cursor, part: wanted, limit }: { cursor: RowCursor; part: ImportPart | null; limit: number },
): Promise<Page<ImportRowNow>> {
  const isBefore = cursor !== null && "before" in cursor;
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
      seatId: importRows.seatId,
      stage: seats.stage,
      releaseReason: seats.releaseReason,
      letterRefused,
      serverSaid: invitations.serverSaid,
    })
    .from(importRows)
    .leftJoin(seats, seatOfRow)
    .leftJoin(invitations, letterOfRow)
    .where(
      and(
        eq(importRows.tenantId, tx.scope.tenantId),
        eq(importRows.importId, importId),
        wanted === null ? undefined : sql`${part} = ${wanted}`,
        cursor === null
          ? undefined
          : isBefore
            ? lt(importRows.position, cursor.before)
            : gt(importRows.position, cursor.after),
      ),
    )
    .orderBy(isBefore ? desc(importRows.position) : asc(importRows.position))
    .limit(limit + 1);
  const hasMore = rows.length > limit;
  const kept = rows.slice(0, limit);
  return isBefore
    ? { rows: kept.reverse(), hasPrevious: hasMore, hasNext: true }
    : { rows: kept, hasPrevious: cursor !== null, hasNext: hasMore };
}

/** How many rows of an import are in each part at this moment. */
export type ImportTally = { part: ImportPart; count: number };

export async function tallyImport(tx: TenantTx, importId: string): Promise<ImportTally[]> {
  return tx.sql
    .select({ part, count: sql<number>`count(*)::int` })
    .from(importRows)
    .leftJoin(seats, seatOfRow)
    .leftJoin(invitations, letterOfRow)
    .where(and(eq(importRows.tenantId, tx.scope.tenantId), eq(importRows.importId, importId)))
    .groupBy(sql`1`);
}
