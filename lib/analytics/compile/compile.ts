import type { Column } from "../column";
import { type Breakdown, MOST_ROWS, type Spec } from "../spec";
import type { Dialect } from "./dialect";
import { type MeasureSql, measureSql } from "./measure-sql";
import { Params } from "./params";
import { where } from "./where";

export type Compiled = { sql: string; params: readonly string[] };

/**
 * Makes SQL of a question that `checkSpec` found nothing wrong with. Pure: the same question makes the same words.
 * Each row is `[bucket or null, group or null, whether it is the rest, ...measures, rank]`, ordered by bucket and rank;
 * one row more than `MOST_ROWS` says that there are more.
 * @param columns of the version that is asked; the SQL knows its rows as `d`
 */
export function compile(spec: Spec, columns: readonly Column[], dialect: Dialect): Compiled {
  const params = new Params();
  const known = new Map(columns.map((column) => [column.cid, column]));
  const kind = spec.breakdown === null ? undefined : known.get(spec.breakdown.column)?.kind;
  const context: Context = {
    rows: `FROM d ${where(spec, known, dialect, params)}`,
    bucket: spec.time?.grain ? dialect.truncate(spec.time.column, spec.time.grain) : null,
    measures: spec.measures.map((measure, m) => measureSql(measure, dialect, (n) => `p${m}_${n}`)),
    sortKey: (key) => (kind === "text" ? dialect.sortText(key) : key),
  };
  const body = spec.breakdown === null ? plain(context) : ranked(context, spec.breakdown);
  return { sql: `${body} LIMIT ${MOST_ROWS + 1}`, params: params.values };
}

type Context = {
  rows: string;
  bucket: string | null;
  measures: readonly MeasureSql[];
  sortKey: (key: string) => string;
};

function plain({ rows, bucket, measures }: Context): string {
  const taken = measures.map((measure) => measure.finish(measure.parts));
  const select = [`${bucket ?? "NULL"} AS bucket`, "NULL AS k", "FALSE AS rest", ...taken, "1 AS rank"];
  return `SELECT ${select.join(", ")} ${rows} ${bucket === null ? "" : "GROUP BY 1 ORDER BY 1 NULLS FIRST"}`;
}

/** Groups are ranked by the first measure over the whole range; what is beyond the top is the rest, if wanted. */
function ranked(context: Context, breakdown: Breakdown): string {
  if (context.bucket === null && !breakdown.other) return asTheyAre(context, breakdown);
  const canMerge = context.measures.every(({ merge }) => merge !== null);
  return canMerge ? inOneScan(context, breakdown) : inTwoScans(context, breakdown);
}

/** Without buckets and a rest, each group is a row of the answer as it is. */
function asTheyAre(context: Context, { column, top }: Breakdown): string {
  const { rows, measures } = context;
  const taken = measures.map(({ parts, finish }, m) => `${finish(parts)} AS m${m}`);
  const named = measures.map((_, m) => `m${m}`);
  const order = orderOf(context, "m0");
  return `WITH g AS (SELECT ${[`${column} AS k`, ...taken].join(", ")} ${rows} GROUP BY 1),
    l AS (SELECT * FROM g ${order} LIMIT ${top})
    SELECT ${["NULL AS bucket", "CAST(k AS VARCHAR) AS k", "FALSE AS rest", ...named].join(", ")},
      row_number() OVER (${order}) AS rank FROM l ORDER BY rank`;
}

/** Reads the rows once, by bucket and group; ranks and puts the groups together afterwards. */
function inOneScan(context: Context, breakdown: Breakdown): string {
  const { rows, bucket, measures } = context;
  const { column, top } = breakdown;
  const parts = measures.flatMap(({ parts }, m) => parts.map((part, n) => `${part} AS p${m}_${n}`));
  const first = measures[0];
  const named = first?.parts.map((_, n) => `p0_${n}`) ?? [];
  const worth = first?.finish(bucket === null ? named : (first.merge ?? []));
  const merged = measures.map(({ merge, finish }) => finish(merge ?? []));
  // A bucket that is none would be a second key of the groups, and one key alone is much quicker.
  const keys = [...(bucket === null ? [] : [`${bucket} AS bucket`]), `${column} AS k`];
  const by = bucket === null ? "" : "bucket, ";
  return `WITH g AS (SELECT ${[...keys, ...parts].join(", ")} ${rows} GROUP BY ${keys.map((_, n) => n + 1).join(", ")}),
    ${topOf(context, breakdown, `SELECT k, ${worth} AS worth FROM g ${bucket === null ? "" : "GROUP BY k"}`)},
    r AS (SELECT g.*, coalesce(t.rank, ${top + 1}) AS rank FROM g ${joinTop(breakdown, "g.k")})
    SELECT ${[bucket === null ? "NULL AS bucket" : "bucket", ...groupOf(top, "k"), ...merged, "rank"].join(", ")}
    FROM r GROUP BY ${by}rank ORDER BY ${bucket === null ? "" : "bucket NULLS FIRST, "}rank`;
}

/** Distinct values and quantiles of the rest can't be put together from groups: its rows are looked at again. */
function inTwoScans(context: Context, breakdown: Breakdown): string {
  const { rows, bucket, measures } = context;
  const { column, top } = breakdown;
  const first = measures[0];
  const taken = measures.map(({ parts, finish }) => finish(parts));
  return `WITH ${topOf(context, breakdown, `SELECT ${column} AS k, ${first?.finish(first.parts)} AS worth ${rows} GROUP BY 1`)},
    r AS (SELECT d.*, ${bucket ?? "NULL"} AS bucket, coalesce(t.rank, ${top + 1}) AS rank
      FROM (SELECT * ${rows}) AS d ${joinTop(breakdown, `d.${column}`)})
    SELECT ${["bucket", ...groupOf(top, column), ...taken, "rank"].join(", ")} FROM r GROUP BY bucket, rank ORDER BY bucket NULLS FIRST, rank`;
}

/** The groups worth most as `t`: their keys and ranks. */
function topOf(context: Context, { top }: Breakdown, groups: string): string {
  const order = orderOf(context, "worth");
  return `w AS (${groups}), l AS (SELECT * FROM w ${order} LIMIT ${top}),
    t AS (SELECT k AS top_k, row_number() OVER (${order}) AS rank FROM l)`;
}

/** Groups of the same worth are in the order of their keys. */
function orderOf({ sortKey }: Context, worth: string): string {
  return `ORDER BY ${worth} DESC NULLS LAST, ${sortKey("k")} NULLS LAST`;
}

function joinTop({ other }: Breakdown, key: string): string {
  return `${other ? "LEFT JOIN" : "JOIN"} t ON ${key} IS NOT DISTINCT FROM t.top_k`;
}

/** The rest has no value of its own, and is told from a real group that may be called "Other". */
function groupOf(top: number, key: string): string[] {
  return [
    `CASE WHEN rank <= ${top} THEN CAST(any_value(${key}) AS VARCHAR) END AS k`,
    `rank > ${top} AS rest`,
  ];
}
