import { type Dataset, type ListedDataset, listDatasets, listDeletedDatasets } from "@/db/datasets";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import type { Page, PageRequest } from "@/lib/base/page";
import { DELETED_DAYS } from "./deleted-days";

export type { Dataset, ListedDataset };

const MOST_DELETED = 20;

/**
 * One page of the caller's datasets. Those who only read see what can be asked; admins see what is on its way too,
 * and what was deleted and can still be had back.
 */
export async function listOwnDatasets(
  caller: TenantCaller,
  page: PageRequest,
): Promise<{ datasets: Page<ListedDataset>; deleted: Dataset[] }> {
  if (!may(caller.role, "open-analytics"))
    return { datasets: { rows: [], hasPrevious: false, hasNext: false }, deleted: [] };
  const isAdmin = may(caller.role, "manage-datasets");
  return inTenant(caller.scope, async (tx) => {
    const datasets = await listDatasets(tx, page);
    const rows = isAdmin ? datasets.rows : datasets.rows.filter(({ current }) => current !== null);
    return {
      datasets: { ...datasets, rows },
      deleted: isAdmin ? await listDeletedDatasets(tx, DELETED_DAYS, MOST_DELETED) : [],
    };
  });
}
