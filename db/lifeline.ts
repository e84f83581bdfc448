import postgres from "postgres";
import { env } from "@/lib/base/env";
import { reconnectPause } from "./connect";

/** A lock that PostgreSQL holds for exactly as long as this process lives. */
export type Lifeline = { renew: () => Promise<void>; cut: () => Promise<void> };

/**
 * Takes a worker process's lifeline on a connection of its own. When the process dies, however suddenly, the server
 * drops the connection and with it the lock, and others may take over its jobs.
 * @param id the worker process
 */
export async function holdLifeline(id: string): Promise<Lifeline> {
  const connection = postgres(env().DATABASE_URL, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    backoff: reconnectPause,
    onnotice: () => {},
  });
  // Taking the lock again on the same connection is harmless; on a new one, after a lost connection, it is the point.
  const renew = async () => {
    await connection`select pg_try_advisory_lock(hashtextextended(${id}, 0))`;
  };
  await renew();
  return { renew, cut: () => connection.end({ timeout: 2 }) };
}
