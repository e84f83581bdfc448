import { z } from "zod";
import { recordAudit } from "@/db/audit";
import { insertChart } from "@/db/charts";
import { readAskable } from "@/db/dataset-columns";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { checkSpec } from "./check-spec";
import { drawnSpecSchema } from "./drawn-spec";
import { SPEC_VERSION } from "./spec";
import { titleSchema } from "./title";

export type Kept =
  | { ok: true; chartId: string }
  | { ok: false; reason: "not-allowed" | "bad-title" | "bad-question" | "dataset-gone" };

const inputSchema = z.strictObject({
  id: z.uuid(),
  datasetId: z.uuid(),
  title: z.string(),
  drawn: z.unknown(),
});

/**
 * Keeps a question with its drawing as a chart that everybody in the organisation can see.
 * @param input `id` is chosen in the form, so that asking twice keeps one
 */
export async function keepChart(caller: TenantCaller, input: unknown): Promise<Kept> {
  if (!may(caller.role, "keep-charts")) return { ok: false, reason: "not-allowed" };
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "bad-question" };
  const { id, datasetId } = parsed.data;
  const title = titleSchema.safeParse(parsed.data.title);
  if (!title.success) return { ok: false, reason: "bad-title" };
  const drawn = drawnSpecSchema.safeParse(parsed.data.drawn);
  if (!drawn.success) return { ok: false, reason: "bad-question" };
  return inTenant(caller.scope, async (tx) => {
    const dataset = await readAskable(tx, datasetId);
    if (dataset === null) return { ok: false, reason: "dataset-gone" };
    if (checkSpec(drawn.data.spec, dataset.columns).length > 0) return { ok: false, reason: "bad-question" };
    const chart = {
      id,
      datasetId,
      title: title.data,
      spec: drawn.data,
      specVersion: SPEC_VERSION,
      createdBy: caller.seatId,
    };
    if (await insertChart(tx, chart))
      await recordAudit(tx, [{ tenantId: caller.scope.tenantId, verb: "chart.kept", subject: id }]);
    return { ok: true, chartId: id };
  });
}
