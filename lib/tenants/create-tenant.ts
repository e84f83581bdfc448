import { recordAudit } from "@/db/audit";
import { inPlatform } from "@/db/in-platform";
import { insertTenant } from "@/db/tenants";
import type { StaffCaller } from "@/lib/access/enter-staff";
import { canonicalMailbox } from "@/lib/base/mailbox";
import { newTenantSchema } from "./new-tenant";
import { reserveAdmin } from "./reserve-admin";

export type NewTenantProblem = {
  field: "name" | "slug" | "seats" | "adminName" | "adminEmail";
  message: string;
};

export type Created =
  | { ok: true; slug: string }
  | { ok: false; reason: "invalid"; problems: NewTenantProblem[] }
  | { ok: false; reason: "slug-taken" };

/**
 * Sells seats to a new tenant and reserves the first of them for its admin, who then walks like everybody else:
 * import, letter, verification, password, first sign-in.
 */
export async function createTenant(caller: StaffCaller, input: unknown): Promise<Created> {
  const parsed = newTenantSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid", problems: problemsOf(parsed.error.issues) };
  const { name, slug, seats, adminName, adminEmail } = parsed.data;
  const mailbox = canonicalMailbox(adminEmail);
  if (!mailbox.ok)
    return {
      ok: false,
      reason: "invalid",
      problems: [{ field: "adminEmail", message: "This is not an email address." }],
    };
  return inPlatform(caller.scope, async (tx) => {
    const tenant = await insertTenant(tx, { name, slug, seatsPurchased: seats });
    if (tenant === null) return { ok: false, reason: "slug-taken" };
    await recordAudit(tx, [
      { tenantId: tenant.id, verb: "tenant.created", subject: tenant.id, facts: { seats } },
    ]);
    const admin = { email: adminEmail, mailbox: mailbox.mailbox, name: adminName };
    if (!(await reserveAdmin(tx, tenant.id, admin)))
      throw new Error("a new tenant has no seat for its admin");
    return { ok: true, slug };
  });
}

function problemsOf(issues: readonly { path: PropertyKey[]; message: string }[]): NewTenantProblem[] {
  return issues.flatMap(({ path, message }) => {
    const field = (["name", "slug", "seats", "adminName", "adminEmail"] as const).find(
      (one) => one === path[0],
    );
    return field === undefined ? [] : [{ field, message }];
  });
}
