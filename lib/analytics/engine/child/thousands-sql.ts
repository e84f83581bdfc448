import type { NumberMark } from "@/lib/base/number-mark";
import { quote } from "./quote";

/** How a number is written. The lengths are of regular expressions. */
export type Written = {
  /** The mark before the fraction; the other one parts thousands. */
  before: NumberMark;
  /** The digits behind `before`. */
  fraction: string;
  /** How often three digits may stand behind the first ones, where no fraction tells that they are thousands. */
  groups: string;
  /** Whether the column has values with both marks: only then the fraction may be missing. */
  hasThousands: boolean;
};

/**
 * Numbers such as `1.234,56`, as `KindGuess` takes them: three digits in every group behind the first.
 * @param text an SQL expression
 * @returns whether all of the text is kept, and the value that is, both in SQL; the text was no plain number
 */
export function thousandsSql(text: string, type: string, written: Written): { holds: string; value: string } {
  const { before, fraction, groups, hasThousands } = written;
  const between = before === "," ? "." : ",";
  const group = `([${between}][0-9]{3})`;
  const alone = hasThousands ? `|${group}${groups}` : "";
  const pattern = `^-?[1-9][0-9]{0,2}(${group}+[${before}]${fraction}${alone})$`;
  const plain = `replace(replace(${text}, ${quote(between)}, ''), ${quote(before)}, '.')`;
  const value = `try_cast(${plain} AS ${type})`;
  // Most texts have no such mark, and a pattern costs more than to look for one.
  const holds = `strpos(${text}, ${quote(between)}) > 0 AND regexp_matches(${text}, ${quote(pattern)}) AND ${value} IS NOT NULL`;
  return { holds, value };
}
