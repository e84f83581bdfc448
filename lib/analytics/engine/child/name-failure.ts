import type { ChildFailure } from "./messages";

const reasons: readonly [RegExp, ChildFailure][] = [
  [/^INTERRUPT Error/, "interrupted"],
  [/^Out of Memory Error|Allocation failure/, "too-much-memory"],
  [/^Out of Range Error|Overflow/i, "out-of-range"],
  [/^IO Error: No files found|Cannot open file|No such file/, "missing"],
];

/** What DuckDB threw, as one of our words. Its own quote values and paths, so only the kind of error goes on. */
export function nameFailure(error: unknown): { reason: ChildFailure; name: string } {
  const words = error instanceof Error ? error.message : "";
  const reason = reasons.find(([pattern]) => pattern.test(words))?.[1] ?? "broken";
  return { reason, name: words.match(/^[A-Za-z ]+ Error/)?.[0] ?? "unknown" };
}
