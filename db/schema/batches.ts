import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** One Auth0 users-imports job. Seats of several tenants may share it. */
export const batches = pgTable(
  "batches",
  {
    id: uuid("id").primaryKey(),
    state: text("state", { enum: ["claimed", "submitted", "settled"] })
      .notNull()
      .default("claimed"),
    /** Auth0's job; null until submitted, replaced when Auth0 lost the job and it is submitted again. */
    auth0JobId: text("auth0_job_id"),
    attempts: integer("attempts").notNull().default(0),
    claimedAt: moment("claimed_at").notNull().defaultNow(),
    submittedAt: moment("submitted_at"),
    settledAt: moment("settled_at"),
  },
  (t) => [index("batches_claimed").on(t.claimedAt).where(sql`${t.state} = 'claimed'`)],
);
