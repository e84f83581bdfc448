import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { enterTenant, type TenantCaller } from "@/lib/access/enter-tenant";
import { may, type TenantVerb } from "@/lib/access/policy";

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
    if (entry.reason === "signed-out") redirect(await signInPath(tenant));
    if (entry.reason === "not-open") redirect(`/?seat=${tenant}`);
    notFound();
  }
  if (!may(entry.caller.role, verb)) redirect(`/t/${tenant}/analytics`);
  return entry.caller;
}

/**
 * Straight to the sign-in for a browser on its way here. The router's own look, from a page that is open already, can't
 * follow to another site: it is led to the start page, which offers the sign-in (Fetch Metadata, W3C).
 */
async function signInPath(tenant: string): Promise<string> {
  const mode = (await headers()).get("sec-fetch-mode") ?? "navigate";
  return mode === "navigate" ? `/auth/login?returnTo=${encodeURIComponent(`/t/${tenant}`)}` : "/";
}
