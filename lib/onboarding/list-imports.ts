import { type Import, listImports as listImportRows } from "@/db/imports";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import type { Page, PageRequest } from "@/lib/base/page";

/** One page of the rosters that were brought in, newest first. */
export async function listImports(
  caller: TenantCaller,
  page: PageRequest,
): Promise<{ ok: true; imports: Page<Import> } | { ok: false; reason: "not-allowed" }> {
  if (!may(caller.role, "import-people")) return { ok: false, reason: "not-allowed" };
  return { ok: true, imports: await inTenant(caller.scope, (tx) => listImportRows(tx, page)) };
}
