import { inPlatform } from "@/db/in-platform";
import { holdsSeat } from "@/db/seats";
import { lockTenant } from "@/db/tenants";
import type { StaffCaller } from "@/lib/access/enter-staff";
import { isId } from "@/lib/base/ids";
import { canonicalMailbox } from "@/lib/base/mailbox";
import { newAdminSchema } from "./new-tenant";
import { reserveAdmin } from "./reserve-admin";

export type AdminInvited =
  | { ok: true; email: string }
  | { ok: false; reason: "not-here" | "holds-seat" | "no-seat-free" }
  | { ok: false; reason: "invalid"; problems: { field: "adminName" | "adminEmail"; message: string }[] };

/**
 * Invites one more admin into a tenant whose own admins cannot: the letter bounced, or the last one is gone. What is wrong
 * is said of both fields at once.
 */
export async function inviteAdmin(
  caller: StaffCaller,
  tenantId: string,
  input: unknown,
): Promise<AdminInvited> {
  if (!isId(tenantId)) return { ok: false, reason: "not-here" };
  const parsed = newAdminSchema.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      field: path[0] === "adminName" ? ("adminName" as const) : ("adminEmail" as const),
      message,
    }));
    return { ok: false, reason: "invalid", problems };
  }
  const { adminName: name, adminEmail: email } = parsed.data;
  const reading = canonicalMailbox(email);
  if (!reading.ok) throw new Error("the schema lets through what is no mailbox");
  const { mailbox } = reading;
  return inPlatform(caller.scope, async (tx) => {
    if ((await lockTenant(tx, tenantId)) === null) return { ok: false, reason: "not-here" };
    if (await holdsSeat(tx, tenantId, mailbox)) return { ok: false, reason: "holds-seat" };
    const reserved = await reserveAdmin(tx, tenantId, { email, mailbox, name });
    return reserved ? { ok: true, email } : { ok: false, reason: "no-seat-free" };
  });
}
