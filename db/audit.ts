import { sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";

/** What can be said of a tenant in the audit log. Its own admins read it. */
export type TenantAuditVerb =
  | "tenant.created"
  | "tenant.seats-changed"
  | "tenant.suspended"
  | "tenant.resumed"
  | "tenant.settings-changed"
  | "seats.requested"
  | "seats.approved"
  | "seats.declined"
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
  | "dataset.announced"
  | "dataset.uploaded"
  | "dataset.checked"
  | "dataset.encoding-chosen"
  | "dataset.decided"
  | "dataset.import-waits"
  | "dataset.imported"
  | "dataset.refused"
  | "dataset.switched"
  | "dataset.cleared"
  | "dataset.renamed"
  | "dataset.deleted"
  | "dataset.restored"
  | "chart.kept"
  | "chart.changed"
  | "chart.deleted"
  | "dashboard.created"
  | "dashboard.changed"
  | "dashboard.deleted";

/** What concerns no tenant, or a person in whatever tenants they are. */
export type PlatformAuditVerb =
  | "staff.added"
  | "session.ended"
  | "user.proved"
  | "user.password-replaced"
  | "user.blocked"
  | "user.unblocked"
  | "user.deleted";

export type AuditVerb = TenantAuditVerb | PlatformAuditVerb;

/** What a verb of a tenant is about: its first word. */
export type AuditArea = TenantAuditVerb extends `${infer Area}.${string}` ? Area : never;

export type AuditFacts = Record<string, string | number | boolean | null>;

export type AuditEntry = (
  | { tenantId: string; verb: TenantAuditVerb }
  | { tenantId: null; verb: PlatformAuditVerb }
) & {
  subject: string | null;
  /** Before/after and counts. Never a token, a ticket or a secret. */
  facts?: AuditFacts;
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
