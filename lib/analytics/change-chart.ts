import { z } from "zod";
import { recordAudit } from "@/db/audit";
import { readChart, updateChart } from "@/db/charts";
import { readAskable } from "@/db/dataset-columns";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { checkSpec } from "./check-spec";
import { drawnSpecSchema } from "./drawn-spec";
import { SPEC_VERSION } from "./spec";
import { titleSchema } from "./title";

export type ChartChanged =
  | { ok: true }
  /** `changed-meanwhile`: by somebody else, on top of whose change this one was not made. */
  | { ok: false; reason: "changed-meanwhile"; by: string; at: Date }
  | { ok: false; reason: "not-allowed" | "gone" | "bad-title" | "bad-question" };

const inputSchema = z.strictObject({
  id: z.uuid(),
  revision: z.int().positive(),
  title: z.string(),
  /** Null keeps the question as it is. */
  drawn: z.unknown(),
});

/** Changes a kept chart's title, and its question if one is given, unless somebody else has changed it meanwhile. */
export async function changeChart(caller: TenantCaller, input: unknown): Promise<ChartChanged> {
  if (!may(caller.role, "keep-charts")) return { ok: false, reason: "not-allowed" };
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "bad-question" };
  const { id, revision, drawn: typed } = parsed.data;
  const title = titleSchema.safeParse(parsed.data.title);
  if (!title.success) return { ok: false, reason: "bad-title" };
  const drawn = typed === null ? null : drawnSpecSchema.safeParse(typed);
  if (drawn !== null && !drawn.success) return { ok: false, reason: "bad-question" };
  return inTenant(caller.scope, async (tx) => {
    const found = await readChart(tx, id);
    if (found === null) return { ok: false, reason: "gone" };
    if (drawn !== null) {
      const dataset = await readAskable(tx, found.chart.datasetId);
      if (dataset === null || checkSpec(drawn.data.spec, dataset.columns).length > 0)
        return { ok: false, reason: "bad-question" };
    }
    const change = {
      title: title.data,
      ...(drawn === null ? {} : { spec: drawn.data, specVersion: SPEC_VERSION }),
    };
    // What was there before is known of this revision only.
    const isOnTop = found.chart.revision === revision;
    if (!isOnTop || !(await updateChart(tx, { id, revision, by: caller.seatId }, change))) {
      const now = await readChart(tx, id);
      if (now === null) return { ok: false, reason: "gone" };
      return { ok: false, reason: "changed-meanwhile", by: now.changedBy, at: now.chart.updatedAt };
    }
    const facts = { before: found.chart.title, after: title.data, question: drawn !== null };
    await recordAudit(tx, [{ tenantId: caller.scope.tenantId, verb: "chart.changed", subject: id, facts }]);
    return { ok: true };
  });
}
