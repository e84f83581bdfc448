import postgres from "postgres";

/** A pool, or a transaction of it: whatever a query can run on. */
export type Queryable = postgres.ISql;
export type Database = postgres.Sql;
export type Json = postgres.JSONValue;
export type JsonObject = { [key: string]: Json };

/** Opens the pool for the tenant's own database (a `postgres://` URL). */
export function connect(databaseUrl: string): Database {
  return postgres(databaseUrl, { max: 5, onnotice: () => {}, connect_timeout: 10 });
}
