import { recordAudit } from "@/db/audit";
import { inPlatform } from "@/db/in-platform";
import { findTenantBySlug, insertTenant } from "@/db/tenants";
import type { StaffCaller } from "@/lib/access/enter-staff";
import { canonicalMailbox } from "@/lib/base/mailbox";
import { newTenantSchema } from "./new-tenant";
import { reserveAdmin } from "./reserve-admin";

export type NewTenantProblem = {
  field: "name" | "slug" | "seats" | "adminName" | "adminEmail";
  message: string;
};

export type Created =
  | { ok: true; slug: string; adminEmail: string }
  /** `slug-taken` is the only thing that is wrong; otherwise it is one of the problems. */
  | { ok: false; reason: "invalid" | "slug-taken"; problems: NewTenantProblem[] };

const slugTaken = {
  field: "slug",
  message: "Another tenant has this short name. Choose another one.",
} as const;

/**
 * Sells seats to a new tenant and reserves the first of them for its admin, who then walks like everybody else:
 * import, letter, verification, password, first sign-in. What is wrong is said of every field at once.
 */
export async function createTenant(caller: StaffCaller, input: unknown): Promise<Created> {
  const parsed = newTenantSchema.safeParse(input);
  if (!parsed.success) return refuse(caller, input, parsed.error.issues);
  const { name, slug, seats, adminName, adminEmail } = parsed.data;
  const reading = canonicalMailbox(adminEmail);
  if (!reading.ok) throw new Error("the schema lets through what is no mailbox");
  return inPlatform(caller.scope, async (tx) => {
    const tenant = await insertTenant(tx, { name, slug, seatsPurchased: seats });
    if (tenant === null) return { ok: false, reason: "slug-taken", problems: [slugTaken] };
    await recordAudit(tx, [
      { tenantId: tenant.id, verb: "tenant.created", subject: tenant.id, facts: { seats } },
    ]);
    const admin = { email: adminEmail, mailbox: reading.mailbox, name: adminName };
    if (!(await reserveAdmin(tx, tenant.id, admin)))
      throw new Error("a new tenant has no seat for its admin");
    return { ok: true, slug, adminEmail };
  });
}

/** Looks whether the short name is taken even though something else is wrong: nobody should learn that afterwards. */
async function refuse(caller: StaffCaller, input: unknown, issues: readonly Issue[]): Promise<Created> {
  const problems = problemsOf(issues);
  const slug = newTenantSchema.shape.slug.safeParse(readSlug(input));
  const isTaken =
    slug.success && (await inPlatform(caller.scope, (tx) => findTenantBySlug(tx, slug.data))) !== null;
  return { ok: false, reason: "invalid", problems: isTaken ? [...problems, slugTaken] : problems };
}

function readSlug(input: unknown): unknown {
  return typeof input === "object" && input !== null && "slug" in input ? input.slug : undefined;
}

type Issue = { path: PropertyKey[]; message: string };

function problemsOf(issues: readonly Issue[]): NewTenantProblem[] {
  return issues.flatMap(({ path, message }) => {
    const field = (["name", "slug", "seats", "adminName", "adminEmail"] as const).find(
      (one) => one === path[0],
    );
    return field === undefined ? [] : [{ field, message }];
  });
}
