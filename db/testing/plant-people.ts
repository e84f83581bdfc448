import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { nameKey } from "../name-key";

export type PlantedPerson = {
  name: string;
  email: string;
  role?: "viewer" | "admin";
  stage?: "reserved" | "imported" | "invited" | "verified" | "active" | "removed" | "revoked" | "expired";
};

/** People of a tenant, each with a seat at some stage and known to Auth0. Answers the ids of their seats by address. */
export async function plantPeople(
  sql: postgres.Sql,
  tenantId: string,
  people: readonly PlantedPerson[],
): Promise<Map<string, string>> {
  const rows = people.map(({ name, email, role = "viewer", stage = "invited" }) => {
    const isReleased = stage === "removed" || stage === "revoked" || stage === "expired";
    const [id, user] = [randomUUID(), randomUUID()];
    const reason = isReleased ? stage : null;
    const wasIn = stage === "active" || stage === "removed";
    return {
      ...{ id, user, name, email, role, reason, wasIn },
      stage: isReleased ? "released" : stage,
      key: nameKey({ name, emailKey: email }),
    };
  });
  const json = JSON.stringify(rows);
  await sql`
    insert into users (id, mailbox, auth0_user_id, created_by_us, auth0_state, proved_at)
    select r.user, r.email || '.' || r.user, 'auth0|' || r.user, true, 'open', case when r."wasIn" then now() end
    from jsonb_to_recordset(${json}::text::jsonb) as r("user" uuid, email text, "wasIn" boolean)`;
  await sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, user_id, activated_at,
      released_at, release_reason)
    select r.id, ${tenantId}::uuid, r.email, r.email, r.name, r.key, r.role, r.stage, r.user,
      case when r."wasIn" then now() end, case when r.reason is not null then now() end, r.reason
    from jsonb_to_recordset(${json}::text::jsonb) as r(id uuid, email text, name text, key text, role text, stage text,
      "user" uuid, "wasIn" boolean, reason text)`;
  await sql`
    update tenants t set
      seats_held = (select count(*) from seats s where s.tenant_id = t.id and s.released_at is null),
      seats_active = (select count(*) from seats s where s.tenant_id = t.id and s.stage = 'active')
    where id = ${tenantId}`;
  return new Map(rows.map(({ email, id }) => [email, id]));
}
