import type { Answer, AnsweredMeasure, Group, Value } from "./answer";
import { bucketOf, bucketsBetween } from "./buckets";
import type { Column } from "./column";
import type { Cell } from "./engine/analytics-engine";
import { measureKind } from "./measure-kind";
import { MOST_ROWS, type Spec, type TimeAxis } from "./spec";

const additive = new Set(["count", "sum", "count_distinct"]);

/**
 * Lays the rows of a compiled question out by bucket and group. Buckets in which nothing happened are filled in: with
 * 0 where nothing adds up to nothing, with a gap where there is no such thing as an average of nothing.
 */
export function layOut(spec: Spec, columns: readonly Column[], rows: readonly Cell[][]): Answer {
  const kept = rows.slice(0, MOST_ROWS);
  const measures = spec.measures.map((measure) => measureKind(measure, columns));
  const grain = spec.time?.grain ?? null;
  const groups = spec.breakdown === null ? null : groupsOf(kept);
  const buckets = spec.time === null || grain === null ? [null] : bucketsOf(kept, spec.time, grain);
  const places = new Map(buckets.map((bucket, place) => [bucket, place]));
  const lines = new Map(
    (groups ?? [{ key: null, isRest: false }]).map((group, line) => [nameOf(group), line]),
  );
  const values: Value[][][] = measures.map((measure) =>
    [...lines.keys()].map(() => buckets.map((bucket) => emptyOf(measure, grain !== null && bucket !== null))),
  );
  for (const row of kept) {
    const place = places.get(grain === null ? null : bucketText(row[0]));
    const line = lines.get(nameOf(groups === null ? { key: null, isRest: false } : groupOf(row)));
    if (place === undefined || line === undefined) continue;
    measures.forEach((_, m) => {
      const ofGroup = values[m]?.[line];
      if (ofGroup !== undefined) ofGroup[place] = valueText(row[m + 3]);
    });
  }
  return { measures, grain, buckets, groups, values, isCut: rows.length > MOST_ROWS };
}

function emptyOf({ measure }: AnsweredMeasure, isFilled: boolean): Value {
  return isFilled && additive.has(measure.fn) ? "0" : null;
}

/** The order of the first appearance is the order of the bucket; ranks decide, so all rows are asked. */
function groupsOf(rows: readonly Cell[][]): Group[] {
  const groups = new Map<string, Group & { rank: number }>();
  for (const row of rows) {
    const group = groupOf(row);
    const name = nameOf(group);
    if (!groups.has(name)) groups.set(name, { ...group, rank: Number(row.at(-1)) });
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank).map(({ key, isRest }) => ({ key, isRest }));
}

function groupOf(row: readonly Cell[]): Group {
  return { key: valueText(row[1]), isRest: row[2] === true };
}

function nameOf({ key, isRest }: Group): string {
  return isRest ? "rest" : key === null ? "none" : `key ${key}`;
}

/** The buckets that have rows and all between them, or all of the range that was asked for. */
function bucketsOf(
  rows: readonly Cell[][],
  time: TimeAxis,
  grain: NonNullable<TimeAxis["grain"]>,
): (string | null)[] {
  const seen = [...new Set(rows.map((row) => bucketText(row[0])))];
  const dated = seen.filter((bucket) => bucket !== null).sort();
  const undated = seen.includes(null) ? [null] : [];
  const first = time.from === null ? dated[0] : bucketOf(time.from, grain);
  const last = time.to === null ? dated.at(-1) : endOf(time.to, grain);
  if (first === undefined || last === undefined) return undated;
  return [...(bucketsBetween(first, last, grain, MOST_ROWS) ?? dated), ...undated];
}

function endOf(day: string, grain: NonNullable<TimeAxis["grain"]>): string {
  return grain === "hour" ? `${day}T23:00` : bucketOf(day, grain);
}

function bucketText(cell: Cell | undefined): string | null {
  return typeof cell === "string" ? cell.slice(0, 16).replace(" ", "T") : null;
}

function valueText(cell: Cell | undefined): Value {
  return cell === null || cell === undefined ? null : String(cell);
}
