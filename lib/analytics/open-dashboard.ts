import { type ListedDashboard, listTiles, readDashboard } from "@/db/dashboards";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { type OpenTile, openTiles } from "./open-tiles";
import { readFilters, type SharedFilters } from "./shared-filters";

export type { OpenTile };
export type OpenDashboard = ListedDashboard & { filters: SharedFilters; tiles: OpenTile[] };

/** A dashboard of the caller's tenant with its charts. Null for ids of others, missing ones and deleted ones. */
export async function openDashboard(caller: TenantCaller, id: string): Promise<OpenDashboard | null> {
  if (!may(caller.role, "open-analytics") || !isId(id)) return null;
  return inTenant(caller.scope, async (tx) => {
    const found = await readDashboard(tx, id);
    if (found === null) return null;
    return {
      ...found,
      filters: readFilters(found.dashboard),
      tiles: await openTiles(tx, await listTiles(tx, id)),
    };
  });
}
