import postgres from "postgres";
import type { Stamp } from "./read-stamp";

/**
 * Leaves a note on the portal's database for `readStamp`.
 *
 * @param adminUrl superuser's URL of the embedded server
 * @param database its name
 * @param stamp what was done
 */
export async function writeStamp(adminUrl: string, database: string, stamp: Stamp): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const text = JSON.stringify(stamp).replaceAll("'", "''");
    await sql.unsafe(`comment on database "${database.replaceAll('"', '""')}" is '${text}'`);
  } finally {
    await sql.end();
  }
}
