import postgres from "postgres";

type Login = { name: string; password: string };

/** The three logins and the database, as the connection URLs name them. */
export type Provisioning = { adminUrl: string; ownerUrl: string; appUrl: string; queueUrl: string };

/**
 * Makes the roles and the database that the portal expects; may run again at any time, also twice at once.
 * - owner: migrates, and sees rows of tenants only after entering `platform`. queue: owns the job queue.
 * - app: owns nothing, inherits nothing, may enter `tenant` and `platform`.
 * @param urls `adminUrl` logs in as a role that may create roles and databases
 */
export async function provision(urls: Provisioning): Promise<void> {
  const [owner, app, queue] = [loginOf(urls.ownerUrl), loginOf(urls.appUrl), loginOf(urls.queueUrl)];
  const database = decodeURIComponent(new URL(urls.ownerUrl).pathname.slice(1));
  const admin = postgres(urls.adminUrl, { max: 1, onnotice: () => {} });
  try {
    // Roles belong to the whole server, so two provisionings wait for each other here.
    await admin`select pg_advisory_lock(hashtext('analystick provisioning'))`;
    await makeRole(admin, owner, "login nosuperuser nobypassrls nocreaterole nocreatedb noinherit");
    await makeRole(admin, app, "login nosuperuser nobypassrls nocreaterole nocreatedb noinherit");
    await makeRole(admin, queue, "login nosuperuser nobypassrls nocreaterole nocreatedb");
    await makeRole(admin, { name: "tenant", password: "" }, "nologin nosuperuser nobypassrls noinherit");
    await makeRole(admin, { name: "platform", password: "" }, "nologin nosuperuser nobypassrls noinherit");
    await admin`grant tenant, platform to ${admin(app.name)}`;
    // A grant keeps the inheritance it was made with; one made anew takes the owner's, which is none: otherwise the
    // policies for platform would hold for the owner as well.
    await admin`revoke platform from ${admin(owner.name)}`;
    await admin`grant platform to ${admin(owner.name)}`;
    await makeDatabase(admin, database, owner.name);
    await admin`revoke all on database ${admin(database)} from public`;
    await admin`grant connect on database ${admin(database)} to ${admin(app.name)}`;
    await admin`grant connect, create on database ${admin(database)} to ${admin(queue.name)}`;
  } finally {
    await admin.end();
  }
}

async function makeRole(admin: postgres.Sql, role: Login, attributes: string): Promise<void> {
  const known = await admin`select 1 from pg_roles where rolname = ${role.name}`;
  if (known.length === 0) await admin`create role ${admin(role.name)}`;
  await admin`alter role ${admin(role.name)} with ${admin.unsafe(attributes)}`;
  // A role statement takes no parameters; the quoting is PostgreSQL's own.
  if (role.password !== "") {
    const [quoted] = await admin`select quote_literal(${role.password}) as text`;
    await admin`alter role ${admin(role.name)} with password ${admin.unsafe(String(quoted?.text))}`;
  }
}

async function makeDatabase(admin: postgres.Sql, name: string, owner: string): Promise<void> {
  const known = await admin`select 1 from pg_database where datname = ${name}`;
  if (known.length > 0) return;
  // On a server without superuser, the creator must be a member of the owner it names.
  await admin`grant ${admin(owner)} to current_user`;
  await admin`create database ${admin(name)} owner ${admin(owner)}`;
}

function loginOf(url: string): Login {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}
