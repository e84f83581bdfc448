import { type View, views } from "@/lib/analytics/drawn-spec";
import { type Filter, type Spec, specSchema } from "@/lib/analytics/spec";
import { joinList, splitList } from "./split-list";

export type Query = Record<string, string | string[] | undefined>;

/** What an address asks. `none`: nothing. `no-column`: a measure lacks its column. `damaged`: no form of ours made it. */
export type ReadSpec =
  | { ok: true; spec: Spec; view: View }
  | { ok: false; reason: "none" | "no-column" | "damaged" };

/** An address that asks a question carries this, so that an unticked box is told from an address without a question. */
const MARK = "ask";

/**
 * Reads a question from an address, as the form without JavaScript sends it: rows of a measure's function and column
 * (`mf`, `mc`) and of a filter's column, operator and values (`fc`, `fo`, `fv`) by their order.
 */
export function readSpec(query: Query): ReadSpec {
  if (one(query[MARK]) === "") return { ok: false, reason: "none" };
  const [by, t] = [one(query.by), one(query.t)];
  const [functions, columns] = [many(query.mf), many(query.mc)];
  if (functions.some((fn, n) => fn !== "" && fn !== "count" && !columns[n]))
    return { ok: false, reason: "no-column" };
  const raw = {
    measures: measuresOf(functions, columns),
    time:
      t === ""
        ? null
        : { column: t, grain: orNull(query.grain), from: orNull(query.from), to: orNull(query.to) },
    breakdown:
      by === "" ? null : { column: by, top: Number(one(query.top) || 10), other: one(query.other) !== "" },
    filters: filtersOf(many(query.fc), many(query.fo), many(query.fv)),
  };
  const parsed = specSchema.safeParse(raw);
  if (!parsed.success) return { ok: false, reason: "damaged" };
  return { ok: true, spec: parsed.data, view: viewOf(one(query.view)) };
}

/** The address that `readSpec` reads as the same question. */
export function writeSpec(spec: Spec, view: View = "auto"): string {
  const words = new URLSearchParams({ [MARK]: "1" });
  for (const measure of spec.measures) {
    words.append("mf", measure.fn);
    words.append("mc", measure.fn === "count" ? "" : measure.column);
  }
  if (spec.time !== null) {
    const { column, grain, from, to } = spec.time;
    words.set("t", column);
    for (const [name, word] of Object.entries({ grain, from, to })) if (word !== null) words.set(name, word);
  }
  if (spec.breakdown !== null) {
    words.set("by", spec.breakdown.column);
    words.set("top", String(spec.breakdown.top));
    if (spec.breakdown.other) words.set("other", "1");
  }
  for (const filter of spec.filters) {
    words.append("fc", filter.column);
    words.append("fo", filter.op);
    words.append("fv", valuesText(filter));
  }
  if (view !== "auto") words.set("view", view);
  return words.toString();
}

/** A filter's values in one field, as `readValues` reads them. */
export function valuesText({ op, values }: Pick<Filter, "op" | "values">): string {
  return isList(op) ? joinList(values) : (values[0] ?? "");
}

/** The values of a filter that were typed into one field: none, one, or several with commas between. */
export function readValues(op: string, text: string): string[] {
  if (op === "is_null" || op === "not_null") return [];
  return isList(op) ? splitList(text) : [text];
}

function isList(op: string): boolean {
  return op === "in" || op === "not_in";
}

function measuresOf(functions: readonly string[], columns: readonly string[]): object[] {
  const rows = functions.map((fn, n) => (fn === "count" ? { fn } : { fn, column: columns[n] ?? "" }));
  return rows.filter(({ fn }) => fn !== "");
}

function filtersOf(columns: readonly string[], ops: readonly string[], values: readonly string[]): object[] {
  const rows = columns.map((column, n) => ({
    column,
    op: ops[n] ?? "",
    values: readValues(ops[n] ?? "", values[n] ?? ""),
  }));
  return rows.filter(({ column }) => column !== "");
}

function viewOf(word: string): View {
  return views.find((view) => view === word) ?? "auto";
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

function orNull(value: string | string[] | undefined): string | null {
  return one(value) || null;
}

/** Every value that an address has under one name. */
export function many(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}
