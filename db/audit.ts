import { sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";

/** Everything that can be said in the audit log. */
export type AuditVerb =
  | "tenant.created"
  | "tenant.seats-changed"
  | "tenant.suspended"
  | "tenant.resumed"
  | "tenant.settings-changed"
  | "seats.requested"
  | "seats.approved"
  | "seats.declined"
  | "staff.added"
  | "import.admitted"
  | "seat.reserved"
  | "seat.imported"
  | "seat.invited"
  | "seat.verified"
  | "seat.proved"
  | "seat.activated"
  | "seat.renamed"
  | "seat.role-changed"
  | "seat.released"
  | "seat.restored"
  | "seat.sessions-settled"
  | "seat.sign-in-waits"
  | "seat.sign-in-settled"
  | "bulk.asked"
  | "invitation.renewed"
  | "invitation.sent"
  | "invitation.opened"
  | "invitation.refused"
  | "invitation.asked"
  | "letter.sent"
  | "letter.refused"
  | "letter.dropped"
  | "session.ended"
  | "user.proved"
  | "user.password-replaced"
  | "user.blocked"
  | "user.unblocked"
  | "user.deleted";

export type AuditEntry = {
  tenantId: string | null;
  verb: AuditVerb;
  subject: string | null;
  /** Before/after and counts. Never a token, a ticket or a secret. */
  facts?: Record<string, string | number | boolean | null>;
};

/** Adds audit rows in the transaction of the changes they tell of, signed by the transaction's actor. */
export async function recordAudit(tx: TenantTx | PlatformTx, entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.sql.execute(sql`
    insert into audit (tenant_id, verb, actor, subject, facts)
    select r."tenantId", r.verb, ${JSON.stringify(tx.scope.actor)}::jsonb, r.subject, coalesce(r.facts, '{}'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as r("tenantId" uuid, verb text, subject uuid, facts jsonb)`);
}
