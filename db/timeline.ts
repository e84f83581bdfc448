import { and, desc, eq } from "drizzle-orm";
import type { Actor } from "./actor";
import type { AuditFacts, TenantAuditVerb } from "./audit";
import type { TenantTx } from "./in-tenant";
import { audit } from "./schema/audit";

/** One thing that happened in a tenant: what, when, who did it, and what else the log says of it. */
export type TimelineEntry = {
  /** Names the entry outside. The log's own number would tell how much happens in other tenants. */
  ref: string;
  at: Date;
  verb: TenantAuditVerb;
  actor: Actor;
  facts: AuditFacts;
};

/** The columns of an entry, for `toEntry`. */
export const entryColumns = {
  ref: audit.ref,
  at: audit.at,
  verb: audit.verb,
  actor: audit.actor,
  facts: audit.facts,
};

/** What the log of the scope's tenant says of one subject, newest first. */
export async function listTimeline(tx: TenantTx, subject: string, limit: number): Promise<TimelineEntry[]> {
  const rows = await timelineQuery(tx, subject, limit);
  return rows.map(toEntry);
}

export function timelineQuery(tx: TenantTx, subject: string, limit: number) {
  return tx.sql
    .select(entryColumns)
    .from(audit)
    .where(and(eq(audit.tenantId, tx.scope.tenantId), eq(audit.subject, subject)))
    .orderBy(desc(audit.id))
    .limit(limit);
}

/** The entry in a row, and nothing else of it. The log is written by `recordAudit` alone, which takes these types. */
export function toEntry(row: Pick<typeof audit.$inferSelect, keyof typeof entryColumns>): TimelineEntry {
  const { ref, at, verb, actor, facts } = row;
  return { ref, at, verb, actor, facts } as TimelineEntry;
}
