import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import postgres from "postgres";
import { env } from "@/lib/base/env";
import journal from "./migrations/meta/_journal.json";

export type Probe =
  | { ok: true; migrated: boolean; workerAlive: boolean }
  | { ok: false; reason: "unreachable" };

const PATIENCE_MS = 800;
/** A worker gives a sign of life every two seconds. */
const LIFE_SIGN_SECONDS = 10;

/** When this version's newest migration was made. A database that is further ahead is a newer version's, and will do. */
const newest = Math.max(...journal.entries.map(({ when }) => when));

let client: postgres.Sql | undefined;

/**
 * Asks the database whether it is there, has the tables of this version, and hears from a worker. It has a connection
 * of its own, so that a full pool is no reason to send people away. Answers within 0.8 seconds and never throws.
 */
export async function probe(): Promise<Probe> {
  client ??= postgres(env().DATABASE_URL, {
    max: 1,
    connect_timeout: 1,
    backoff: () => 0.2,
    idle_timeout: 60,
    onnotice: () => {},
  });
  const asked = client;
  const tooLate = new AbortController();
  try {
    const late = sleep(PATIENCE_MS, undefined, { signal: tooLate.signal })
      // A process that was busy itself first reads the answer that may have come meanwhile.
      .then(() => turn())
      .then((): Probe => {
        throw new Error("the database hangs");
      });
    return await Promise.race([ask(asked), late]);
  } catch {
    // A connection that hangs would keep the next question waiting behind this one.
    if (client === asked) client = undefined;
    void asked.end({ timeout: 0 }).catch(() => {});
    return { ok: false, reason: "unreachable" };
  } finally {
    tooLate.abort();
  }
}

async function ask(sql: postgres.Sql): Promise<Probe> {
  try {
    const [found] = await sql.begin(async (tx) => {
      await tx`select set_config('role', 'platform', true)`;
      return tx<{ migrated: boolean; alive: boolean }[]>`
        select coalesce((select max(created_at) from drizzle.__drizzle_migrations) >= ${newest}, false) as migrated,
          exists (select 1 from runners
            where beat_at > now() - make_interval(secs => ${LIFE_SIGN_SECONDS})) as alive`;
    });
    return { ok: true, migrated: found?.migrated === true, workerAlive: found?.alive === true };
  } catch (error) {
    if (isUnmigrated(error)) return { ok: true, migrated: false, workerAlive: false };
    throw error;
  }
}

/** No such role (22023), schema (3F000) or table (42P01), or no right to look (42501): nobody migrated here yet. */
function isUnmigrated(error: unknown): boolean {
  return error instanceof postgres.PostgresError && /^(22023|3F000|42P01|42501|42704)$/.test(error.code);
}
