"use server";

import { enterStaffByAction } from "@/lib/access/enter-staff-by-action";
import { REFUSED } from "@/lib/base/answer";
import { createTenant } from "@/lib/tenants/create-tenant";

export type CreateAnswer =
  | { ok: true; slug: string }
  | { ok: false; message: string | null; fields: Partial<Record<string, string>> };

export async function createTenantAction(input: unknown): Promise<CreateAnswer> {
  const entry = await enterStaffByAction();
  if (!entry.ok)
    return {
      ok: false,
      message: REFUSED.message,
      fields: {},
    };
  const created = await createTenant(entry.caller, input);
  if (created.ok) return { ok: true, slug: created.slug };
  if (created.reason === "slug-taken")
    return {
      ok: false,
      message: null,
      fields: { slug: "Another tenant has this address. Choose another word." },
    };
  return {
    ok: false,
    message: null,
    fields: Object.fromEntries(created.problems.map(({ field, message }) => [field, message])),
  };
}
