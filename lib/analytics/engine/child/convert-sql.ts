import type { NumberMark } from "@/lib/base/number-mark";
import type { ColumnPlan } from "../file-task";
import { quote } from "./quote";
import { thousandsSql } from "./thousands-sql";

export type Converting = { nullMarkers: readonly string[]; decimalComma: boolean };

/** A column's conversion, in SQL. `text` is the value as the file has it. */
export type Conversion = {
  /** The value in its kind, which may have lost something. */
  cast: string;
  type: string;
  /** Whether all of `text` is kept, in turns: what costs more is asked only where those before it say no. */
  exact: readonly Exact[];
};

/** @property value what is kept, where that is not `cast` */
export type Exact = { holds: string; value?: string };

const DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const CLOCK = "[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6}0*)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?";

/**
 * How a text becomes a value of the column's kind without losing anything: it is cast, and the cast must give the same
 * text back. Patterns cost much more, so they judge only what a cast writes in another way, such as `2024-01-01T10:00Z`.
 * @param text an SQL expression
 * @param cast the same value once cast, as an SQL expression
 */
export function conversion(plan: ColumnPlan, text: string, cast: string, options: Converting): Conversion {
  const hasComma = plan.mark === null ? options.decimalComma : plan.mark === ",";
  const plain = hasComma ? `replace(${text}, ',', '.')` : text;
  const noPoint = hasComma ? ` AND strpos(${text}, '.') = 0` : "";
  const written = { before: hasComma ? ("," as const) : ("." as const), hasThousands: plan.hasThousands };
  const same = `CAST(${cast} AS VARCHAR) = ${text}`;
  switch (plan.kind) {
    case "text":
      return { type: "VARCHAR", cast: text, exact: [{ holds: `${cast} IS NOT NULL` }] };
    case "integer":
      return plan.mark === null
        ? { type: "BIGINT", cast: `try_cast(${text} AS BIGINT)`, exact: [{ holds: same }] }
        : thousandsConversion(plan.mark, text, cast);
    case "decimal": {
      const type = `DECIMAL(18, ${plan.scale})`;
      // `7.5` is the beginning of what the cast writes, `7.50`.
      const begins = `starts_with(CAST(${cast} AS VARCHAR), ${plain})${noPoint}`;
      const fraction = plan.scale > 0 ? `[0-9]{1,${plan.scale}}0*` : "0+";
      const digits = `^-?(0|[1-9][0-9]*)?([.][0-9]{0,${plan.scale}}0*)?$`;
      return {
        type,
        cast: `try_cast(${plain} AS ${type})`,
        exact: [
          { holds: begins },
          { holds: matches(plain, digits, cast) + noPoint },
          thousandsSql(text, type, { ...written, fraction, groups: "{1,5}" }),
        ],
      };
    }
    case "number": {
      // A whole number of more digits is not always one that a double holds.
      const form =
        "^-?((0|[1-9][0-9]{0,14})|(0|[1-9][0-9]*)?[.][0-9]+([eE][+-]?[0-9]{1,3})?|(0|[1-9][0-9]*)[eE][+-]?[0-9]{1,3})$";
      const isNumber = `isfinite(${cast})`;
      const withThousands = thousandsSql(text, "DOUBLE", { ...written, fraction: "[0-9]+", groups: "{1,4}" });
      return {
        type: "DOUBLE",
        cast: `try_cast(${plain} AS DOUBLE)`,
        exact: [
          { holds: `CAST(${cast} AS VARCHAR) = ${plain} AND ${isNumber}${noPoint}` },
          { holds: `${matches(plain, form, cast)} AND ${isNumber}${noPoint}` },
          { ...withThousands, holds: `${withThousands.holds} AND isfinite(${withThousands.value})` },
        ],
      };
    }
    case "boolean":
      return {
        type: "BOOLEAN",
        cast: `CASE WHEN lower(${text}) IN ('true', 'yes', 't', 'y') THEN true WHEN lower(${text}) IN ('false', 'no', 'f', 'n') THEN false END`,
        exact: [{ holds: `${cast} IS NOT NULL` }],
      };
    case "date":
      return dateConversion(plan, text, cast);
    case "timestamp": {
      const late = momentSql(text, cast);
      return {
        type: "TIMESTAMP",
        cast: `try_cast(${text} AS TIMESTAMP)`,
        // Longer than the engine's words `epoch` and `infinity`.
        exact: [
          { holds: `${same} AND strlen(${text}) >= 16` },
          { holds: `${matches(text, `^${DAY}([ T]${CLOCK})?$`, late)} AND ${isInOurEra(late)}`, value: late },
        ],
      };
    }
  }
}

/** Whole numbers with a mark between their thousands, or without any. */
function thousandsConversion(mark: NumberMark, text: string, cast: string): Conversion {
  return {
    type: "BIGINT",
    cast: `try_cast(replace(${text}, ${quote(mark)}, '') AS BIGINT)`,
    exact: [
      { holds: `CAST(${cast} AS VARCHAR) = ${text}` },
      { holds: matches(text, `^-?[1-9][0-9]{0,2}([${mark}][0-9]{3})+$`, cast) },
    ],
  };
}

/**
 * A moment with an offset is stored in UTC. The cast to TIMESTAMP passes over the offset, and one to TIMESTAMPTZ costs
 * many times as much and wants seconds; so only texts with an offset, or with `Z` behind the minutes, take the second.
 */
function momentSql(text: string, cast: string): string {
  const hasOffset = `strlen(${text}) = 17 OR strlen(${text}) > 18 AND (strpos(right(${text}, 6), '+') > 0 OR strpos(right(${text}, 6), '-') > 0)`;
  const whole = `regexp_replace(${text}, '^(.{10}[ T]..:..)(Z|[+-].*)$', '\\1:00\\2')`;
  return `CASE WHEN ${hasOffset} THEN CAST(try_cast(${whole} AS TIMESTAMPTZ) AS TIMESTAMP) ELSE ${cast} END`;
}

function dateConversion({ dates }: ColumnPlan, text: string, cast: string): Conversion {
  const { order, separator } = dates;
  const s = separator;
  const two = "[0-9]{1,2}";
  // The engine would take 24 for the year 24.
  const form = order === "ymd" ? `[0-9]{4}[${s}]${two}[${s}]${two}` : `${two}[${s}]${two}[${s}][0-9]{4}`;
  const late = { holds: `${matches(text, `^${form}$`, cast)} AND ${isInOurEra(cast)}` };
  if (order === "ymd" && s === "-") {
    const exactDay = `CAST(${cast} AS VARCHAR) = ${text} AND strlen(${text}) = 10`;
    return { type: "DATE", cast: `try_cast(${text} AS DATE)`, exact: [{ holds: exactDay }, late] };
  }
  const format = { ymd: `%Y${s}%m${s}%d`, dmy: `%d${s}%m${s}%Y`, mdy: `%m${s}%d${s}%Y` }[order];
  return {
    type: "DATE",
    cast: `CAST(try_strptime(${text}, ${quote(format)}) AS DATE)`,
    exact: [{ holds: `strlen(${text}) = 10 AND strftime(${cast}, ${quote(format)}) = ${text}` }, late],
  };
}

/** The year 0 would come back as one before Christ. */
function isInOurEra(cast: string): string {
  return `(${cast}) >= DATE '0001-01-01'`;
}

function matches(text: string, pattern: string, cast: string): string {
  return `${cast} IS NOT NULL AND regexp_matches(${text}, ${quote(pattern)})`;
}
