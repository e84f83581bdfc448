import type postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { disconnect } from "../connect";
import { type FreshDatabase, freshDatabase } from "./fresh-database";
import { becomePortal, type DatabaseUrls } from "./portal-environment";

/** A suite's database: `sql` is the superuser inside it, for looking at the truth past all policies. */
export type PortalDatabase = { readonly sql: postgres.Sql; readonly urls: DatabaseUrls };

/**
 * Makes this suite's process a portal with a migrated database of its own and no outside services, from before its first
 * test until after its last; then nothing of it is left. Call it once, before the suite's own hooks.
 */
export function openPortal(): PortalDatabase {
  let database: FreshDatabase | undefined;
  const opened = () => {
    if (database === undefined) throw new Error("the database is there from the first hook on");
    return database;
  };
  beforeAll(async () => {
    database = await freshDatabase();
    becomePortal(database.urls);
  });
  afterAll(async () => {
    await disconnect();
    await opened().drop();
  });
  return {
    get sql() {
      return opened().sql;
    },
    get urls() {
      return opened().urls;
    },
  };
}
