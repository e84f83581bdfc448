import type { ColumnKind } from "@/lib/base/column-kind";
import type { DateOrder, ProposedColumn } from "@/lib/base/dataset-file";
import { type NumberMark, numberMarks } from "@/lib/base/number-mark";

const markers = /^(?:n\/?a|#n\/a|null|none|nan|-|–|—)$/i;
/** A leading zero is part of a code and more than 18 digits are no quantity: such columns stay text. */
const whole = /^(?:0|-?[1-9]\d{0,17})$/;
/** A double holds these and not all longer ones (IEEE 754). */
const shortWhole = /^(?:0|-?[1-9]\d{0,14})$/;
const point = /^-?(0|[1-9]\d*)\.(\d+)$/;
const comma = /^-?(0|[1-9]\d*),(\d+)$/;
/** Thousands, or a code of digits in threes. */
const threes: Record<NumberMark, RegExp> = {
  ".": /^-?[1-9]\d{0,2}(?:\.\d{3}){1,5}$/,
  ",": /^-?[1-9]\d{0,2}(?:,\d{3}){1,5}$/,
};
/** Thousands and a fraction, by the mark before the fraction. Two marks leave no doubt which of them that is. */
const bothMarks: Record<NumberMark, RegExp> = {
  ".": /^-?([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/,
  ",": /^-?([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/,
};
const double = /^-?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const truth = /^(?:true|false|yes|no)$/i;
const day = /^(\d{4})([-/.])(\d\d?)\2(\d\d?)$/;
const slashed = /^(\d\d?)([-/.])(\d\d?)\2(\d{4})$/;
const moment = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;

/** The most digits of an exact decimal, and of those behind its point. */
const [DIGITS, SCALE] = [18, 4];

const all = [
  "integer",
  "point",
  "comma",
  "thousands and point",
  "thousands and comma",
  "number",
  "boolean",
  "moment",
  ...numberMarks,
  ...(["ymd", "dmy", "mdy"] as const),
] as const;
type Fits = (typeof all)[number];

export type Guess = Pick<ProposedColumn, "kind" | "scale" | "unclearMark" | "hasThousands" | "dates"> & {
  markers: string[];
  /** Written with a decimal comma. */
  usesComma: boolean;
};

/** Looks at the values of one column, one after the other, and keeps what all of them could be. */
export class KindGuess {
  #fits: readonly Fits[] = all;
  readonly #markers = new Set<string>();
  #seen = 0;
  /** The most digits before and behind each mark, should it be the one of fractions. */
  readonly #digits = { ".": { whole: 1, fraction: 0 }, ",": { whole: 1, fraction: 0 } };
  /** Some value has more digits than a double holds, and no point. */
  #hasLongWhole = false;
  #separator: string | null = null;
  /** Some value has a mark that parts no thousands: `1.234` alone may be a thousand and more, or a one and more. */
  #hasFraction = false;
  /** Some value has thousands and a fraction. */
  #hasBothMarks = false;

  /** @param value null and "" are no values */
  see(value: string | null): void {
    if (value === null || value === "" || this.#fits.length === 0) return;
    if (markers.test(value)) {
      if (this.#markers.size < 10) this.#markers.add(value);
      return;
    }
    this.#seen += 1;
    this.#fits = this.#fits.filter((fit) => this.#couldBe(fit, value));
  }

  guess(): Guess {
    const likely = this.#kind();
    const unclearMark = this.#unclearMark(likely);
    const kind = likely === "decimal" && unclearMark !== null ? null : likely;
    return {
      kind,
      scale: likely === "decimal" ? this.#digitsInUse().fraction : 0,
      unclearMark,
      hasThousands: this.#hasBothMarks && (kind === "decimal" || kind === "number"),
      dates: {
        order: this.#order(),
        separator: separators.find((known) => known === this.#separator) ?? "-",
      },
      markers: kind === "text" ? [] : [...this.#markers],
      usesComma: this.#usesComma(kind),
    };
  }

  #couldBe(fit: Fits, value: string): boolean {
    switch (fit) {
      case "integer":
        return this.#isWhole(value);
      case "point":
        return this.#isWhole(value) || this.#measure(".", point.exec(value));
      case "comma":
        return this.#isWhole(value) || this.#measure(",", comma.exec(value));
      case "thousands and point":
        return this.#isWithThousands(value, point, ".", ",");
      case "thousands and comma":
        return this.#isWithThousands(value, comma, ",", ".");
      case ".":
      case ",":
        return whole.test(value) || threes[fit].test(value);
      case "number":
        return double.test(value) && (/[.eE]/.test(value) || shortWhole.test(value));
      case "boolean":
        return truth.test(value);
      case "moment":
        return moment.test(value) || day.exec(value)?.[2] === "-";
      default:
        return this.#isDate(fit, value);
    }
  }

  #isWhole(value: string): boolean {
    if (!whole.test(value)) return false;
    this.#hasLongWhole ||= !shortWhole.test(value);
    for (const mark of numberMarks) this.#count(mark, value.replace("-", ""), "");
    return true;
  }

  /** Beside a value with both marks, one whose only mark parts thousands is clear as well. */
  #isWithThousands(value: string, plain: RegExp, before: NumberMark, between: NumberMark): boolean {
    if (this.#isWhole(value) || this.#measure(before, plain.exec(value))) return true;
    if (threes[between].test(value)) return this.#isWhole(value.replaceAll(between, ""));
    const parts = bothMarks[before].exec(value);
    if (parts === null) return false;
    const [, whole = "", fraction = ""] = parts;
    this.#hasBothMarks = true;
    this.#hasFraction = true;
    this.#count(before, whole.replaceAll(between, ""), fraction);
    return true;
  }

  #measure(mark: NumberMark, parts: RegExpExecArray | null): boolean {
    if (parts === null) return false;
    const [, before = "", after = ""] = parts;
    this.#count(mark, before, after);
    this.#hasFraction ||= after.length !== 3 || before.length > 3 || before === "0";
    return true;
  }

  #count(mark: NumberMark, whole: string, fraction: string): void {
    const most = this.#digits[mark];
    most.whole = Math.max(most.whole, whole.length);
    most.fraction = Math.max(most.fraction, fraction.length);
  }

  #digitsInUse() {
    return this.#digits[this.#hasMark("point") ? "." : ","];
  }

  #isDate(order: DateOrder, value: string): boolean {
    const parts = (order === "ymd" ? day : slashed).exec(value);
    if (parts === null) return false;
    const [, first = "", separator = "", second = "", last = ""] = parts;
    this.#separator ??= separator;
    const [dayOf, month] =
      order === "ymd" ? [last, second] : order === "dmy" ? [first, second] : [second, first];
    return separator === this.#separator && isOneTo(31, dayOf) && isOneTo(12, month);
  }

  #kind(): ColumnKind {
    if (this.#seen === 0) return "text";
    const can = (fit: Fits) => this.#fits.includes(fit);
    if (can("integer")) return "integer";
    if (this.#hasMark("point") || this.#hasMark("comma")) {
      const { whole: before, fraction } = this.#digitsInUse();
      if (fraction > SCALE) return this.#hasLongWhole ? "text" : "number";
      return before + fraction <= DIGITS ? "decimal" : "text";
    }
    if (can("number")) return "number";
    if (can("boolean")) return "boolean";
    if (can("ymd") || can("dmy") || can("mdy")) return "date";
    return can("moment") ? "timestamp" : "text";
  }

  /** Whether all values are numbers with this mark before their fractions, if they have any. */
  #hasMark(mark: "point" | "comma"): boolean {
    return this.#fits.includes(mark) || (this.#hasBothMarks && this.#fits.includes(`thousands and ${mark}`));
  }

  /** What may be thousands and is not taken for them unasked: a fraction it could be as well, or with two marks a code. */
  #unclearMark(likely: ColumnKind): NumberMark | null {
    if (likely !== "decimal" && likely !== "text") return null;
    if (likely === "decimal" && this.#hasFraction) return null;
    return numberMarks.find((mark) => this.#seen > 0 && this.#fits.includes(mark)) ?? null;
  }

  #order(): DateOrder | null {
    const can = (fit: Fits) => this.#fits.includes(fit);
    if (can("dmy") && can("mdy")) return this.#seen === 0 ? "ymd" : null;
    return can("dmy") ? "dmy" : can("mdy") ? "mdy" : "ymd";
  }

  #usesComma(kind: ColumnKind | null): boolean {
    const isExact = kind === "decimal" || kind === "number";
    return isExact && this.#hasMark("comma") && !this.#hasMark("point");
  }
}

const separators = ["-", "/", "."] as const;

function isOneTo(most: number, text: string): boolean {
  const number = Number(text);
  return number >= 1 && number <= most;
}
