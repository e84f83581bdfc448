import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { roles, seats } from "./seats";
import { tenants } from "./tenants";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const bulkKinds = ["resend", "revoke", "remove", "change-role"] as const;

/** One thing that an admin asked for many people at once. Its id is chosen in the form: asking twice asks once. */
export const bulkActs = pgTable(
  "bulk_acts",
  {
    id: uuid("id").notNull(),
    tenantId: uuid("tenant_id")
      .notNull()
      .references(() => tenants.id),
    kind: text("kind", { enum: bulkKinds }).notNull(),
    /** The new role, for `change-role`. */
    role: text("role", { enum: roles }),
    /** The seat of the admin who asked, and their name at that time. */
    askedBy: uuid("asked_by").notNull(),
    askerName: text("asker_name").notNull(),
    rowCount: integer("row_count").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.askedBy], foreignColumns: [seats.tenantId, seats.id] }),
    check("bulk_acts_kind", sql`${t.kind} in ('resend','revoke','remove','change-role')`),
    check("bulk_acts_role", sql`(${t.kind} = 'change-role') = (${t.role} is not null)`),
  ],
);

/** What became of one person of a bulk act; `outcome` is null until it is their turn. */
export const bulkActRows = pgTable(
  "bulk_act_rows",
  {
    tenantId: uuid("tenant_id").notNull(),
    actId: uuid("act_id").notNull(),
    position: integer("position").notNull(),
    seatId: uuid("seat_id").notNull(),
    outcome: text("outcome"),
    settledAt: moment("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.actId, t.position] }),
    foreignKey({ columns: [t.tenantId, t.actId], foreignColumns: [bulkActs.tenantId, bulkActs.id] }),
    foreignKey({ columns: [t.tenantId, t.seatId], foreignColumns: [seats.tenantId, seats.id] }),
    index("bulk_act_rows_left").on(t.tenantId, t.actId, t.position).where(sql`${t.outcome} is null`),
  ],
);
