import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { tenants } from "./tenants";

/** What changed, when, and who did it. Rows are only ever added. */
export const audit = pgTable(
  "audit",
  {
    /** Counts over all tenants, so it stays inside: outside a row is known by its `ref`. */
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null for what concerns no tenant, such as a new staff member. */
    tenantId: uuid("tenant_id").references(() => tenants.id),
    at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
    verb: text("verb").notNull(),
    actor: jsonb("actor").notNull(),
    subject: uuid("subject"),
    facts: jsonb("facts").notNull().default({}),
    ref: uuid("ref").notNull().defaultRandom(),
    /** What the verb is about: its first word. */
    area: text("area").notNull().generatedAlwaysAs(sql`split_part(verb, '.', 1)`),
    /** The kind of its actor. */
    source: text("source").notNull().generatedAlwaysAs(sql`actor ->> 'kind'`),
  },
  (t) => [
    index("audit_subject").on(t.tenantId, t.subject, t.id),
    index("audit_by_time").on(t.tenantId, t.at, t.id),
    index("audit_by_kind").on(t.tenantId, t.area, t.source, t.at, t.id),
    uniqueIndex("audit_ref").on(t.ref),
  ],
);
