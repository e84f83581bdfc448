import type { Group } from "@/lib/analytics/answer";
import type { ColumnKind } from "@/lib/base/column-kind";
import { formatValue } from "./format-value";

/** A group as people read it. What is beyond the top is told from a group that is really called so. */
export function nameGroup({ key, isRest }: Group, kind: ColumnKind, scale = 0): string {
  if (isRest) return "All others";
  if (key === null) return "(empty)";
  return key === "" ? "(blank)" : formatValue(key, kind, scale);
}
