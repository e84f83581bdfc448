"use server";

import { redirect } from "next/navigation";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { readChoice } from "@/lib/seats/choose-people";
import { listHref } from "./list-address";
import { keepSearch } from "./search-cookie";

/** Leads to the list that the controls ask for. Posted, so that a searched address gets into nobody's log. */
export async function searchAction(slug: string, form: FormData): Promise<void> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return;
  const choice = readChoice(Object.fromEntries(form));
  if (choice.search.includes("@")) await keepSearch(entry.caller.slug, choice.search);
  redirect(listHref(`/t/${entry.caller.slug}/people`, choice));
}
