import type { FileRefused } from "../file-task";
import { refuse } from "./refuse";

const LONGEST_NAME = 200;
const MOST_NAMED = 5;

/**
 * What is wrong with the names of a file's columns; null for nothing. Two names that differ in case or in blanks around
 * them are the same: people could not tell them apart.
 */
export function judgeHeader(header: readonly string[], mostColumns: number): FileRefused | null {
  if (header.length > mostColumns)
    return refuse("too_many_columns", { columns: header.length, most: mostColumns });
  const blank = header.findIndex((name) => name.trim() === "");
  if (blank !== -1) return refuse("header_missing", { column: blank + 1 });
  const long = header.findIndex((name) => name.length > LONGEST_NAME);
  if (long !== -1) return refuse("header_too_long", { column: long + 1, most: LONGEST_NAME });
  const keys = header.map((name) => name.trim().toLowerCase());
  const twice = header.filter((_, place) => keys.indexOf(keys[place] ?? "") !== place);
  return twice.length > 0 ? refuse("header_duplicate", { names: twice.slice(0, MOST_NAMED) }) : null;
}
