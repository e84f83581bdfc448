import { z } from "zod";
import { recordAudit } from "@/db/audit";
import { readDashboard, updateDashboard, writeTiles } from "@/db/dashboards";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { sharedFiltersSchema } from "./shared-filters";
import { titleSchema } from "./title";

/** More charts than these on one page help nobody, and each is a question. */
export const MOST_TILES = 12;

export type DashboardChanged =
  | { ok: true }
  | { ok: false; reason: "changed-meanwhile"; by: string; at: Date }
  | { ok: false; reason: "not-allowed" | "gone" | "bad-title" | "bad-filters" | "too-many-charts" };

const inputSchema = z.strictObject({
  id: z.uuid(),
  revision: z.int().positive(),
  title: z.string(),
  filters: z.unknown(),
  tiles: z.array(z.strictObject({ chartId: z.uuid(), width: z.union([z.literal(1), z.literal(2)]) })),
});

/** Changes a dashboard as a whole, title, filters and charts in their order, unless somebody else has meanwhile. */
export async function changeDashboard(caller: TenantCaller, input: unknown): Promise<DashboardChanged> {
  if (!may(caller.role, "keep-charts")) return { ok: false, reason: "not-allowed" };
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "bad-filters" };
  const { id, revision, tiles } = parsed.data;
  const title = titleSchema.safeParse(parsed.data.title);
  if (!title.success) return { ok: false, reason: "bad-title" };
  const filters = sharedFiltersSchema.safeParse(parsed.data.filters);
  if (!filters.success) return { ok: false, reason: "bad-filters" };
  const unique = [...new Map(tiles.map((tile) => [tile.chartId, tile])).values()];
  if (unique.length > MOST_TILES) return { ok: false, reason: "too-many-charts" };
  return inTenant(caller.scope, async (tx) => {
    const found = await readDashboard(tx, id);
    if (found === null) return { ok: false, reason: "gone" };
    const change = { title: title.data, filters: filters.data };
    // What was there before is known of this revision only.
    const isOnTop = found.dashboard.revision === revision;
    if (!isOnTop || !(await updateDashboard(tx, { id, revision, by: caller.seatId }, change))) {
      const now = await readDashboard(tx, id);
      if (now === null) return { ok: false, reason: "gone" };
      return { ok: false, reason: "changed-meanwhile", by: now.changedBy, at: now.dashboard.updatedAt };
    }
    await writeTiles(tx, id, unique);
    const facts = { before: found.dashboard.title, after: title.data, charts: unique.length };
    await recordAudit(tx, [
      { tenantId: caller.scope.tenantId, verb: "dashboard.changed", subject: id, facts },
    ]);
    return { ok: true };
  });
}
