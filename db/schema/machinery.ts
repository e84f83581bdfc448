import { boolean, doublePrecision, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Token buckets for Auth0's Management API, one row for each group of its rate limits, shared by all processes. */
export const auth0Budget = pgTable("auth0_budget", {
  name: text("name").primaryKey(),
  tokens: doublePrecision("tokens").notNull(),
  refilledAt: moment("refilled_at").notNull().defaultNow(),
  /** Since when callers for whom nobody waits have been refused; null after one of them got a call. */
  patientSince: moment("patient_since"),
});

/** Worker processes: their job-runner ids and their last sign of life. */
export const runners = pgTable("runners", {
  id: uuid("id").primaryKey(),
  workerIds: text("worker_ids").array().notNull(),
  startedAt: moment("started_at").notNull().defaultNow(),
  beatAt: moment("beat_at").notNull().defaultNow(),
});

/** Token buckets of what people may do how often, one row for each key. Keys are keyed hashes and tell nobody. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    tokens: doublePrecision("tokens").notNull(),
    /** Whether the last turn that was asked for was granted. */
    granted: boolean("granted").notNull(),
    refilledAt: moment("refilled_at").notNull().defaultNow(),
  },
  (table) => [index("rate_limits_refilled").on(table.refilledAt)],
);
