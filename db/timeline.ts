import { and, desc, eq } from "drizzle-orm";
import type { Actor } from "./actor";
import type { AuditVerb } from "./audit";
import type { TenantTx } from "./in-tenant";
import { audit } from "./schema/audit";

/** One thing that happened to somebody: what, when, who did it, and what else the log says of it. */
export type TimelineEntry = {
  id: number;
  at: Date;
  verb: AuditVerb;
  actor: Actor;
  facts: Record<string, string | number | boolean | null>;
};

/** What the log of the scope's tenant says of one subject, newest first. */
export async function listTimeline(tx: TenantTx, subject: string, limit: number): Promise<TimelineEntry[]> {
  const rows = await timelineQuery(tx, subject, limit);
  return rows.map(toEntry);
}

export function timelineQuery(tx: TenantTx, subject: string, limit: number) {
  return tx.sql
    .select({ id: audit.id, at: audit.at, verb: audit.verb, actor: audit.actor, facts: audit.facts })
    .from(audit)
    .where(and(eq(audit.tenantId, tx.scope.tenantId), eq(audit.subject, subject)))
    .orderBy(desc(audit.id))
    .limit(limit);
}

/** The log is written by `recordAudit` alone, which takes these types. */
function toEntry(row: Omit<typeof audit.$inferSelect, "tenantId" | "subject">) {
  return row as TimelineEntry;
}
