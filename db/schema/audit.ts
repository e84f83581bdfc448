import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenants } from "./tenants";

/** What changed, when, and who did it. Rows are only ever added. */
export const audit = pgTable(
  "audit",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null for what concerns no tenant, such as a new staff member. */
    tenantId: uuid("tenant_id").references(() => tenants.id),
    at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
    verb: text("verb").notNull(),
    actor: jsonb("actor").notNull(),
    subject: uuid("subject"),
    facts: jsonb("facts").notNull().default({}),
  },
  (t) => [index("audit_tenant").on(t.tenantId, t.id), index("audit_subject").on(t.tenantId, t.subject, t.id)],
);
