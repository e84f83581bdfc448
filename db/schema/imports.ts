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

export const rowOutcomes = ["admitted", "seated", "failed", "already", "bad", "left-out"] as const;

/** One roster, admitted. Its id is chosen before the confirmation, so that a repeated one changes nothing. */
export const imports = pgTable(
  "imports",
  {
    id: uuid("id").notNull(),
    tenantId: uuid("tenant_id")
      .notNull()
      .references(() => tenants.id),
    sourceName: text("source_name").notNull(),
    admittedBy: text("admitted_by").notNull(),
    rowCount: integer("row_count").notNull(),
    seatCount: integer("seat_count").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("imports_listing").on(t.tenantId, t.createdAt, t.id),
  ],
);

/** What became of one record of a roster. `admitted` is under way; every other outcome is final. */
export const importRows = pgTable(
  "import_rows",
  {
    tenantId: uuid("tenant_id").notNull(),
    importId: uuid("import_id").notNull(),
    /** 1, 2, 3 in the order of the roster; several people may stand on one line. */
    position: integer("position").notNull(),
    line: integer("line").notNull(),
    typed: text("typed").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: roles }),
    outcome: text("outcome", { enum: rowOutcomes }).notNull(),
    problem: text("problem"),
    /** The problem in a sentence, as the admin was told. */
    detail: text("detail"),
    sameAs: integer("same_as"),
    seatId: uuid("seat_id"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.importId, t.position] }),
    foreignKey({ columns: [t.tenantId, t.importId], foreignColumns: [imports.tenantId, imports.id] }),
    foreignKey({ columns: [t.tenantId, t.seatId], foreignColumns: [seats.tenantId, seats.id] }),
    index("import_rows_seat").on(t.seatId),
    check(
      "import_rows_outcome",
      sql`${t.outcome} in ('admitted','seated','failed','already','bad','left-out')`,
    ),
  ],
);
