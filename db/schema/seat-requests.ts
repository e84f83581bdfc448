import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { seats } from "./seats";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const requestStates = ["open", "approved", "declined"] as const;

/** A tenant's wish for more seats, which the staff answer. One at a time. */
export const seatRequests = pgTable(
  "seat_requests",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tenantId: uuid("tenant_id").notNull(),
    /** The admin who asked. */
    seatId: uuid("seat_id").notNull(),
    /** How many more. */
    seats: integer("seats").notNull(),
    reason: text("reason").notNull(),
    state: text("state", { enum: requestStates }).notNull().default("open"),
    /** The staff's word to it. */
    answer: text("answer"),
    createdAt: moment("created_at").notNull().defaultNow(),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    foreignKey({ columns: [t.tenantId, t.seatId], foreignColumns: [seats.tenantId, seats.id] }),
    uniqueIndex("seat_requests_one_open").on(t.tenantId).where(sql`${t.state} = 'open'`),
    index("seat_requests_open").on(t.createdAt, t.id).where(sql`${t.state} = 'open'`),
    index("seat_requests_listing").on(t.tenantId, t.createdAt),
    check("seat_requests_state", sql`${t.state} in ('open','approved','declined')`),
    check("seat_requests_seats", sql`${t.seats} between 1 and 100000`),
    check("seat_requests_reason", sql`length(${t.reason}) between 1 and 500`),
    check(
      "seat_requests_answered",
      sql`(${t.state} = 'open') = (${t.answeredAt} is null) and length(${t.answer}) <= 500`,
    ),
  ],
);
