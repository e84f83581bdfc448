import { z } from "zod";
import { recordAudit } from "@/db/audit";
import { insertVersion } from "@/db/dataset-versions";
import { insertDataset, measureDatasets, readDataset } from "@/db/datasets";
import { inTenant } from "@/db/in-tenant";
import { hasHadDataset } from "@/db/samples";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { cleanText } from "@/lib/base/clean-text";
import { env } from "@/lib/base/env";
import { newId } from "@/lib/base/ids";
import { titleSchema } from "../title";

const MEGABYTE = 1_048_576;

export type UploadBegun =
  | { ok: true; datasetId: string; versionId: string }
  | { ok: false; reason: "too-large" | "quota-full" | "too-many-datasets"; most: number }
  | {
      ok: false;
      reason:
        | "not-allowed"
        | "suspended"
        | "bad-file"
        | "empty-file"
        | "bad-name"
        | "name-taken"
        | "gone"
        | "has-data";
    };

const inputSchema = z.strictObject({
  /** Null for a new dataset. */
  datasetId: z.uuid().nullable(),
  /** Of a new dataset. */
  name: z.string(),
  fileName: z.string().max(1_000),
  bytes: z.int().nonnegative(),
});

/**
 * Announces a file: a new dataset, or the next version of one. Its bytes come in a request of their own
 * (`receive-upload`). The tenant's shares are looked at here, before anything is sent.
 * @param sample whether it is our sample, and whether somebody asked for it: unasked, it comes only where no data was ever
 */
export async function beginUpload(
  caller: TenantCaller,
  input: unknown,
  sample: "asked-for" | "unasked" | null = null,
): Promise<UploadBegun> {
  if (!may(caller.role, "manage-datasets")) return { ok: false, reason: "not-allowed" };
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "bad-file" };
  const { bytes } = parsed.data;
  const sourceName = cleanText(parsed.data.fileName).slice(0, 200) || "file";
  const format = formatOf(sourceName);
  if (format === null) return { ok: false, reason: "bad-file" };
  if (bytes === 0) return { ok: false, reason: "empty-file" };
  const shares = env();
  if (bytes > shares.ANALYTICS_FILE_MEGABYTES * MEGABYTE)
    return { ok: false, reason: "too-large", most: shares.ANALYTICS_FILE_MEGABYTES };
  const name = parsed.data.datasetId === null ? titleSchema.safeParse(parsed.data.name) : null;
  if (name !== null && !name.success) return { ok: false, reason: "bad-name" };
  return inTenant(caller.scope, async (tx) => {
    const { suspendedAt } = await lockOwnTenant(tx);
    if (suspendedAt !== null) return { ok: false, reason: "suspended" };
    if (sample === "unasked" && (await hasHadDataset(tx))) return { ok: false, reason: "has-data" };
    const used = await measureDatasets(tx);
    if (used.bytes + bytes > shares.ANALYTICS_TENANT_MEGABYTES * MEGABYTE)
      return { ok: false, reason: "quota-full", most: shares.ANALYTICS_TENANT_MEGABYTES };
    const datasetId = parsed.data.datasetId ?? newId();
    if (name === null) {
      if ((await readDataset(tx, datasetId)) === null) return { ok: false, reason: "gone" };
    } else {
      if (used.datasets >= shares.ANALYTICS_DATASETS)
        return { ok: false, reason: "too-many-datasets", most: shares.ANALYTICS_DATASETS };
      const dataset = { id: datasetId, name: name.data, createdBy: caller.seatId, isSample: sample !== null };
      if (!(await insertDataset(tx, dataset))) return { ok: false, reason: "name-taken" };
    }
    const versionId = newId();
    const createdBy = caller.seatId;
    const next = { id: versionId, datasetId, format, sourceName, sourceBytes: bytes, createdBy };
    const facts = { version: await insertVersion(tx, next), bytes };
    const { tenantId } = caller.scope;
    await recordAudit(tx, [{ tenantId, verb: "dataset.announced", subject: datasetId, facts }]);
    return { ok: true, datasetId, versionId };
  });
}

function formatOf(fileName: string): "csv" | "parquet" | null {
  if (/\.parquet$/i.test(fileName)) return "parquet";
  return /\.(csv|tsv|txt)$/i.test(fileName) ? "csv" : null;
}
