import { notFound, redirect } from "next/navigation";
import { enterTenant, type TenantCaller } from "@/lib/access/enter-tenant";
import { may, type TenantVerb } from "@/lib/access/policy";
import { signInHere } from "../../sign-in-here";

/**
 * Opens a tenant's page for the person of this request, or leads them away: strangers find nothing here, people
 * whose seat is gone or whose role does not suffice go to the start page, which says what they can do.
 * @param verb what the page is for
 */
export async function openTenant(
  params: Promise<{ tenant: string }>,
  verb: TenantVerb,
): Promise<TenantCaller> {
  const { tenant } = await params;
  const entry = await enterTenant(tenant);
  if (!entry.ok) {
    if (entry.reason === "signed-out") redirect(await signInHere());
    if (entry.reason === "not-open") redirect(`/?seat=${tenant}`);
    notFound();
  }
  if (!may(entry.caller.role, verb)) redirect(`/t/${tenant}/analytics`);
  return entry.caller;
}
