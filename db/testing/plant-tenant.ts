import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { mintTenantScope } from "../mint-scope";

export type PlantedTenant = { id: string; slug: string; admin: PlantedAdmin };
export type PlantedAdmin = {
  scope: ReturnType<typeof mintTenantScope>;
  seatId: string;
  userId: string;
  name: string;
  mailbox: string;
  role: "admin";
  slug: string;
  tenantName: string;
};

/** A tenant as it is once its first admin got in: that admin's active seat counts among the purchased ones. */
export async function plantTenant(sql: postgres.Sql, seats: number, name = "Acme"): Promise<PlantedTenant> {
  const slug = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`;
  const id = randomUUID();
  await sql`insert into tenants (id, slug, name, seats_purchased) values (${id}, ${slug}, ${name}, ${seats})`;
  return { id, slug, admin: await plantAdmin(sql, { id, slug, name }) };
}

/** One more active admin of a tenant, known to Auth0 and proved. */
export async function plantAdmin(
  sql: postgres.Sql,
  tenant: { id: string; slug: string; name: string },
): Promise<PlantedAdmin> {
  const mailbox = `admin-${randomUUID().slice(0, 8)}@${tenant.slug}.example`;
  const [userId, seatId, name] = [randomUUID(), randomUUID(), "Ada Admin"];
  await sql.begin(async (tx) => {
    await tx`
      insert into users (id, mailbox, auth0_user_id, created_by_us, auth0_state, proved_at)
      values (${userId}, ${mailbox}, ${`auth0|${userId}`}, true, 'open', now())`;
    await tx`
      insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, user_id, activated_at)
      values (${seatId}, ${tenant.id}, ${mailbox}, ${mailbox}, ${name}, ${name.toLowerCase()}, 'admin', 'active',
        ${userId}, now())`;
    await tx`
      update tenants set seats_held = seats_held + 1, seats_active = seats_active + 1 where id = ${tenant.id}`;
  });
  const scope = mintTenantScope(tenant.id, { kind: "person", userId, name });
  const { slug, name: tenantName } = tenant;
  return { scope, seatId, userId, name, mailbox, role: "admin", slug, tenantName };
}
