import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { seats } from "./seats";
import { users } from "./users";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const letterKinds = ["reminder", "seat-notice", "letter-asked", "seats-answered"] as const;

/**
 * Letters that are no invitations, each to one person who holds a seat. What a letter says is fixed when it is
 * written here, so that sending it twice after a crash sends the same one.
 */
export const letters = pgTable(
  "letters",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tenantId: uuid("tenant_id").notNull(),
    seatId: uuid("seat_id").notNull(),
    kind: text("kind", { enum: letterKinds }).notNull(),
    /** The invitation or the seat request that it is about. */
    aboutId: uuid("about_id"),
    /** Numbers that it names, as they were when it was written. Never people's data. */
    facts: jsonb("facts").$type<Record<string, number>>().notNull().default({}),
    createdAt: moment("created_at").notNull().defaultNow(),
    sentAt: moment("sent_at"),
    refusedAt: moment("refused_at"),
    /** It was of no use any more when its turn came. */
    droppedAt: moment("dropped_at"),
    /** The mail server's words on the last attempt, without addresses, or our own why the letter waits. */
    serverSaid: text("server_said"),
  },
  (t) => [
    foreignKey({ columns: [t.tenantId, t.seatId], foreignColumns: [seats.tenantId, seats.id] }),
    index("letters_kind").on(t.tenantId, t.kind, t.createdAt),
    check("letters_kinds", sql`${t.kind} in ('reminder','seat-notice','letter-asked','seats-answered')`),
  ],
);

/** Which letters went to a user's mailbox lately, over all tenants and kinds: what the daily limits count. */
export const mailSlots = pgTable(
  "mail_slots",
  {
    /** An invitation or a letter. */
    letterId: uuid("letter_id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** Whose letter it is; null in a row of the version that did not write it down. */
    tenantId: uuid("tenant_id"),
    /** A notice to an admin; else an invitation or a reminder of one. The two are counted apart. */
    isNotice: boolean("is_notice").notNull().default(false),
    /** When it was last handed to the mail server. */
    takenAt: moment("taken_at").notNull().defaultNow(),
  },
  (t) => [index("mail_slots_user").on(t.userId, t.takenAt)],
);

/**
 * Somebody pressed "Ask for a new one" on an expired link. Written for any token alike, known or not, and settled by a
 * job: so the answer takes the same time and tells nothing.
 */
export const letterAsks = pgTable("letter_asks", {
  tokenHash: text("token_hash").primaryKey(),
  askedAt: moment("asked_at").notNull().defaultNow(),
});
