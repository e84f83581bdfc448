import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A global identity: one row for each mailbox. Only the platform reads it. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    mailbox: text("mailbox").notNull().unique(),
    /** Null until Auth0 knows the person; differs from `auth0|<id>` for people Auth0 knew before us. */
    auth0UserId: text("auth0_user_id").unique(),
    createdByUs: boolean("created_by_us").notNull().default(false),
    auth0State: text("auth0_state", { enum: ["absent", "open", "blocking", "blocked", "deleting"] })
      .notNull()
      .default("absent"),
    /** Auth0's `last_password_reset` when we first handed out a password ticket; proof is a later value. */
    passwordBaseline: moment("password_baseline"),
    passwordTicketAt: moment("password_ticket_at"),
    /** When the mailbox and the password were proved to belong together; older sessions are refused. */
    provedAt: moment("proved_at"),
    /** Auth0's latest `last_password_reset` that we heard of: a sign-in older than it rests on a password of the past. */
    passwordReplacedAt: moment("password_replaced_at"),
    /** When Auth0 was last asked for it. */
    passwordCheckedAt: moment("password_checked_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    check("users_mailbox_form", sql`${t.mailbox} = lower(${t.mailbox}) and length(${t.mailbox}) <= 254`),
  ],
);

/** The sign-ins by which a user is known: issuer, subject and connection together, never the address alone. */
export const identities = pgTable(
  "identities",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    iss: text("iss").notNull(),
    sub: text("sub").notNull(),
    connection: text("connection").notNull(),
    firstSeenAt: moment("first_seen_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.iss, t.sub, t.connection] }), index("identities_user").on(t.userId)],
);

/** People of Analystick. They hold no seats. */
export const staff = pgTable("staff", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id),
  addedAt: moment("added_at").notNull().defaultNow(),
  removedAt: moment("removed_at"),
});

/** Signed-in browsers. Deleting a row ends that sign-in at its next request. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    iss: text("iss").notNull(),
    sub: text("sub").notNull(),
    sid: text("sid"),
    data: jsonb("data").notNull(),
    /** Names the session to its holder; the id itself opens it and is shown to nobody. */
    handle: uuid("handle").notNull().defaultRandom().unique(),
    /** What the browser called itself when it was last seen; null before its first page. */
    userAgent: text("user_agent"),
    /** When Auth0 checked the password (the ID token's `auth_time`). */
    authenticatedAt: moment("authenticated_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
  },
  (t) => [
    index("sessions_identity").on(t.iss, t.sub),
    index("sessions_sid").on(t.sid),
    index("sessions_last_seen").on(t.lastSeenAt),
  ],
);
