import type { Answer, Group, Value } from "./answer";

/** One line of an answer as a table: its bucket, its group, and a value for each measure. */
export type TableRow = { bucket: string | null; group: Group | null; values: Value[] };

/**
 * An answer line by line, bucket by bucket and in each by rank: what the page shows and what the file holds. Groups in
 * which nothing happened in a bucket have their line too, as the chart has them.
 */
export function tableRows({ buckets, groups, values }: Answer): TableRow[] {
  return buckets.flatMap((bucket, b) =>
    (groups ?? [null]).map((group, g) => ({
      bucket,
      group,
      values: values.map((ofMeasure) => ofMeasure[g]?.[b] ?? null),
    })),
  );
}
