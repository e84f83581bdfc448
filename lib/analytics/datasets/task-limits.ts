import { drainingSignal } from "@/lib/base/draining";
import { env } from "@/lib/base/env";

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
