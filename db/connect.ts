import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/base/env";

/** Seconds between two tries to connect. The package's own pause grows to 20 s, long after the database is back. */
export const reconnectPause = () => 0.5;

function open() {
  const client = postgres(env().DATABASE_URL, {
    max: 10,
    idle_timeout: 60,
    connect_timeout: 5,
    backoff: reconnectPause,
    onnotice: () => {},
  });
  return { client, database: drizzle(client) };
}

export type Database = ReturnType<typeof open>["database"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

// Next.js evaluates modules once for each bundle and again on reload; the pool must outlive that.
const holder: { connection?: ReturnType<typeof open> } = (() => {
  const scope: typeof globalThis & { analystickDatabase?: { connection?: ReturnType<typeof open> } } =
    globalThis;
  scope.analystickDatabase ??= {};
  return scope.analystickDatabase;
})();

/** The pool of connections under the app's login. Opened at first use; only `db/` sees it. */
export function connect(): Database {
  holder.connection ??= open();
  return holder.connection.database;
}

/** Closes the pool, letting running queries finish for up to five seconds. */
export async function disconnect(): Promise<void> {
  await holder.connection?.client.end({ timeout: 5 });
  delete holder.connection;
}
