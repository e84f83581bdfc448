"use server";

import { enterStaffByAction } from "@/lib/access/enter-staff-by-action";
import { REFUSED } from "@/lib/base/answer";
import { createTenant } from "@/lib/tenants/create-tenant";

export type CreateAnswer =
  | { ok: true; slug: string; message: string }
  | { ok: false; message: string | null; fields: Partial<Record<string, string>> };

export async function createTenantAction(input: unknown): Promise<CreateAnswer> {
  const entry = await enterStaffByAction();
  if (!entry.ok) return { ok: false, message: REFUSED.message, fields: {} };
  const created = await createTenant(entry.caller, input);
  if (created.ok)
    return { ok: true, slug: created.slug, message: `A letter is on its way to ${created.adminEmail}` };
  // The first thing that is wrong with a field is the one to mend.
  const fields: Partial<Record<string, string>> = {};
  for (const { field, message } of created.problems) fields[field] ??= message;
  return { ok: false, message: null, fields };
}
