import postgres from "postgres";

/** What was done to a local database, each as the sum of what it was done with. */
export type Stamp = { prepared?: string; demo?: string };

/**
 * Reads the note that the launcher leaves on the portal's database, as a comment on it, so that the note
 * goes when the database goes.
 *
 * @param adminUrl superuser's URL of the embedded server
 * @param database its name
 * @returns an empty stamp when there is no database or no note
 */
export async function readStamp(adminUrl: string, database: string): Promise<Stamp> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql<{ note: string | null }[]>`
      select shobj_description(oid, 'pg_database') as note from pg_database where datname = ${database}`;
    return JSON.parse(rows[0]?.note ?? "{}");
  } catch {
    return {};
  } finally {
    await sql.end();
  }
}
