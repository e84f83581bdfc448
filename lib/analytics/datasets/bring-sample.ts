import { inPlatform } from "@/db/in-platform";
import { endSampleWait } from "@/db/samples";
import type { PlatformScope } from "@/db/scope";
import { enterByItself } from "@/lib/access/enter-by-itself";
import { MINUTE_MS } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";
import { addFirstSample, type SampleAdded } from "./add-sample";

type Refusal = Extract<SampleAdded, { ok: false }>["reason"];

/** The disk's trouble, which passes. */
const passing: readonly Refusal[] = ["disk_full", "body_truncated", "checksum_mismatch"];

/**
 * Brings sample data in for a tenant's first admin, so that there is something to look at from the first minute. What
 * stands in its way for good (the tenant's share, a dataset that somebody was quicker with, an admin who is gone) leaves
 * the tenant without one.
 */
export async function bringSample(
  scope: PlatformScope,
  at: { tenantId: string; seatId: string },
): Promise<StationOutcome> {
  const admin = await enterByItself(scope, at);
  const added = admin === null ? null : await addFirstSample(admin);
  // Killed after it had arrived, this one is that dataset itself.
  if (added?.ok === false && added.reason !== "has-data") {
    log("info", "sample.refused", { reason: added.reason });
    if (passing.includes(added.reason)) return { ok: false, retry: true, retryAfterMs: MINUTE_MS };
  }
  await inPlatform(scope, (tx) => endSampleWait(tx, at.tenantId));
  return { ok: true };
}
