import postgres from "postgres";

/**
 * Makes the login and the database of the local Auth0 tenant on the embedded server, or sets the login's
 * password to the one we know. Nobody else may connect to that database.
 *
 * @param adminUrl superuser's URL
 * @param url the tenant's own URL: names login, password and database
 */
export async function createTenantDatabase(adminUrl: string, url: string): Promise<void> {
  const wanted = new URL(url);
  const [login, database] = [wanted.username, wanted.pathname.slice(1)];
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const roles = await sql`select 1 from pg_roles where rolname = ${login}`;
    const verb = roles.length === 0 ? "create" : "alter";
    await sql.unsafe(
      `${verb} role ${quote(login)} login password '${wanted.password.replaceAll("'", "''")}'`,
    );
    const databases = await sql`select 1 from pg_database where datname = ${database}`;
    if (databases.length === 0) await sql.unsafe(`create database ${quote(database)} owner ${quote(login)}`);
    await sql.unsafe(`revoke connect on database ${quote(database)} from public`);
  } finally {
    await sql.end();
  }
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
