import { isDeepStrictEqual } from "node:util";
import type { Answer, Value } from "@/lib/analytics/answer";

/** How far doubles may be apart whose sums were taken in another order. */
const SLACK = 1e-9;

/** Whether two answers say the same; exact numbers to the last digit. */
export function isSameAnswer(ours: Answer, theirs: Answer): boolean {
  const frame = ({ values, ...rest }: Answer) => rest;
  if (!isDeepStrictEqual(frame(ours), frame(theirs))) return false;
  return ours.values.every((groups, m) =>
    groups.every((buckets, g) =>
      buckets.every((value, b) =>
        isSameValue(value, theirs.values[m]?.[g]?.[b] ?? null, ours.measures[m]?.kind === "number"),
      ),
    ),
  );
}

function isSameValue(ours: Value, theirs: Value, isDouble: boolean): boolean {
  if (ours === theirs || !isDouble || ours === null || theirs === null) return ours === theirs;
  const [a, b] = [Number(ours), Number(theirs)];
  return Math.abs(a - b) <= SLACK * Math.max(1, Math.abs(a), Math.abs(b));
}
