import type { Group } from "@/lib/analytics/answer";

/**
 * A group as people read it. What is beyond the top is told from a group that is really called so.
 * @param write how a key is written: with separators on a page, as it is in a file
 */
export function nameGroup({ key, isRest }: Group, write: (key: string) => string): string {
  if (isRest) return "All others";
  if (key === null) return "(empty)";
  return key === "" ? "(blank)" : write(key);
}
