import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A customer organisation. `seats_held` and `seats_active` are counters kept in the same transaction as the seats. */
export const tenants = pgTable(
  "tenants",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    seatsPurchased: integer("seats_purchased").notNull(),
    seatsHeld: integer("seats_held").notNull().default(0),
    seatsActive: integer("seats_active").notNull().default(0),
    invitationDays: integer("invitation_days").notNull().default(7),
    /** Whether people whose invitation is still unopened are reminded of it. */
    reminders: boolean("reminders").notNull().default(true),
    /** The highest of 80, 95 and 100 % that `seats_held` has reached of what was purchased, else 0. */
    seatNotice: smallint("seat_notice").notNull().default(0),
    /** Whether sample data is on its way to the tenant's first admin. */
    sampleAwaited: boolean("sample_awaited").notNull().default(false),
    suspendedAt: moment("suspended_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    check("tenants_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 40`),
    check("tenants_name_form", sql`length(${t.name}) between 1 and 120`),
    check("tenants_purchased_range", sql`${t.seatsPurchased} between 0 and 1000000`),
    check("tenants_counters", sql`${t.seatsActive} >= 0 and ${t.seatsHeld} >= ${t.seatsActive}`),
    check("tenants_invitation_days", sql`${t.invitationDays} between 1 and 30`),
    check("tenants_seat_notice", sql`${t.seatNotice} in (0, 80, 95, 100)`),
  ],
);
