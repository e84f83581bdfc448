import { type Dataset, readDataset } from "@/db/datasets";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";

/** A dataset that the caller may manage, whether it can be asked yet or not. Null for ids of others. */
export async function findDataset(caller: TenantCaller, id: string): Promise<Dataset | null> {
  if (!may(caller.role, "manage-datasets") || !isId(id)) return null;
  return inTenant(caller.scope, (tx) => readDataset(tx, id));
}
