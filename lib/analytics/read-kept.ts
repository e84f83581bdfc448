import type { Chart } from "@/db/charts";
import { type DrawnSpec, drawnSpecSchema } from "./drawn-spec";

/** The question that a chart keeps; null when it was kept in words that this version does not know. */
export function readKept({ spec }: Pick<Chart, "spec">): DrawnSpec | null {
  const parsed = drawnSpecSchema.safeParse(spec);
  return parsed.success ? parsed.data : null;
}
