import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { batches } from "./batches";
import { tenants } from "./tenants";
import { users } from "./users";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const stages = ["reserved", "imported", "invited", "verified", "active", "released"] as const;
export const roles = ["viewer", "editor", "admin"] as const;
export const releaseReasons = ["removed", "revoked", "expired", "failed"] as const;
/** Where a person stands, in the one word that lists are filtered by. */
export const heldStates = ["reserved", "imported", "invited", "verified", "undeliverable", "active"] as const;
export const states = [...heldStates, ...releaseReasons] as const;

/** Text that is compared byte by byte, so that a prefix is a range of its index. */
const bytewise = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** One person's place in one tenant: the row that moves through the walk. */
export const seats = pgTable(
  "seats",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tenantId: uuid("tenant_id")
      .notNull()
      .references(() => tenants.id),
    /** As the customer typed it; `email_key` is the canonical mailbox that decides identity. */
    email: text("email").notNull(),
    emailKey: bytewise("email_key").notNull(),
    name: text("name").notNull(),
    /** What people are sorted and found by (db/name-key); its last word is `surname_key`. */
    nameKey: bytewise("name_key").notNull(),
    surnameKey: bytewise("surname_key")
      .notNull()
      .generatedAlwaysAs(sql`regexp_replace(name_key, '^.* ', '')`),
    role: text("role", { enum: roles }).notNull(),
    stage: text("stage", { enum: stages }).notNull().default("reserved"),
    /** The mail server refused the last letter for good. */
    undeliverable: boolean("undeliverable").notNull().default(false),
    state: text("state", { enum: states })
      .notNull()
      .generatedAlwaysAs(
        sql`CASE WHEN stage = 'released' THEN release_reason WHEN undeliverable AND stage <> 'active' THEN 'undeliverable' ELSE stage END`,
      ),
    userId: uuid("user_id").references(() => users.id),
    batchId: uuid("batch_id").references(() => batches.id),
    reservedAt: moment("reserved_at").notNull().defaultNow(),
    importedAt: moment("imported_at"),
    invitedAt: moment("invited_at"),
    verifiedAt: moment("verified_at"),
    activatedAt: moment("activated_at"),
    /** When the last session began in which this person opened this tenant. */
    lastSignedInAt: moment("last_signed_in_at"),
    releasedAt: moment("released_at"),
    releaseReason: text("release_reason", { enum: releaseReasons }),
  },
  (t) => [
    unique("seats_tenant_id").on(t.tenantId, t.id),
    uniqueIndex("seats_one_per_mailbox").on(t.tenantId, t.emailKey).where(sql`${t.releasedAt} is null`),
    index("seats_by_address").on(t.tenantId, t.state, t.role, t.emailKey, t.id),
    index("seats_by_name").on(t.tenantId, t.state, t.role, t.nameKey, t.id),
    index("seats_by_surname").on(t.tenantId, t.state, t.role, t.surnameKey, t.id),
    index("seats_by_age").on(t.tenantId, t.state, t.role, t.reservedAt, t.id),
    index("seats_user").on(t.userId),
    index("seats_batch").on(t.batchId),
    index("seats_unclaimed").on(t.reservedAt).where(sql`${t.stage} = 'reserved' and ${t.batchId} is null`),
    index("seats_on_the_way")
      .on(t.tenantId, t.id)
      .where(sql`${t.stage} in ('imported','invited','verified')`),
    check("seats_stage", sql`${t.stage} in ('reserved','imported','invited','verified','active','released')`),
    check("seats_role", sql`${t.role} in ('viewer','editor','admin')`),
    check(
      "seats_released",
      sql`(${t.stage} = 'released') = (${t.releasedAt} is not null) and (${t.releasedAt} is null) = (${t.releaseReason} is null)`,
    ),
  ],
);

/** One letter sent for a seat, with its own token and expiry. The token itself is nowhere. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid("id").primaryKey(),
    tenantId: uuid("tenant_id").notNull(),
    seatId: uuid("seat_id").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    /** Who the letter names as inviting: a person of the tenant, or Analystick itself when null. */
    inviterName: text("inviter_name"),
    expiresAt: moment("expires_at").notNull(),
    sentAt: moment("sent_at"),
    refusedAt: moment("refused_at"),
    /** The mail server's words on the last attempt, without addresses, or our own why the letter waits. */
    serverSaid: text("server_said"),
    openedAt: moment("opened_at"),
    /** How many of its reminders were written (or left out, when their day passed unused). */
    reminders: smallint("reminders").notNull().default(0),
    /** When the holder of the expired link last asked for a new letter. */
    askedAt: moment("asked_at"),
    revokedAt: moment("revoked_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.tenantId, t.seatId], foreignColumns: [seats.tenantId, seats.id] }),
    index("invitations_seat").on(t.tenantId, t.seatId, t.createdAt),
    uniqueIndex("invitations_one_live").on(t.seatId).where(sql`${t.revokedAt} is null`),
    index("invitations_asked").on(t.tenantId, t.askedAt).where(sql`${t.askedAt} is not null`),
  ],
);
