import { drainingSignal } from "@/lib/base/draining";
import { env } from "@/lib/base/env";
import type { StationOutcome } from "@/lib/base/station-outcome";

/** The worker was told to stop: the next one begins anew. */
export const BEGIN_ANEW: StationOutcome = { ok: false, retry: true, retryAfterMs: 0 };

/** What a child that works on a file may use. */
export function taskLimits(deadlineMs: number) {
  const { ANALYTICS_MEMORY_MEGABYTES: memoryMegabytes } = env();
  return {
    memoryMegabytes,
    killMegabytes: Math.round(memoryMegabytes * 1.5),
    deadlineMs,
    signal: drainingSignal(),
  };
}
