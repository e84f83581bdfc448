"use server";

import { redirect } from "next/navigation";
import { enterStaffByAction } from "@/lib/access/enter-staff-by-action";
import { createTenant } from "@/lib/tenants/create-tenant";

export type CreateAnswer = { message: string | null; fields: Partial<Record<string, string>> };

export async function createTenantAction(input: unknown): Promise<CreateAnswer> {
  const entry = await enterStaffByAction();
  if (!entry.ok)
    return {
      message: "You can't create tenants (any more). Reload the page and sign in again if asked.",
      fields: {},
    };
  const created = await createTenant(entry.caller, input);
  if (created.ok) redirect(`/staff/tenants/${created.slug}`);
  if (created.reason === "slug-taken")
    return { message: null, fields: { slug: "Another tenant has this address. Choose another word." } };
  return {
    message: null,
    fields: Object.fromEntries(created.problems.map(({ field, message }) => [field, message])),
  };
}
