import type { CsvRecord } from "./cut-records";
import { readPerson } from "./read-person";
import { readRole } from "./read-role";
import type { Column, ColumnMeaning, Draft } from "./roster-row";
import { splitList } from "./split-list";

/** Reads a record under a header: each cell means what its column says. */
export function draftByColumns({ line, cells }: CsvRecord, columns: readonly Column[]): Draft {
  const cell = (meaning: ColumnMeaning) =>
    cells[columns.findIndex((column) => column.meaning === meaning)] ?? "";
  const person = readPerson(cell("email"));
  const columnName = cell("name").trim() || `${cell("first-name")} ${cell("last-name")}`.trim();
  const name = columnName || person.name || person.rest;
  return { line, typed: person.typed, name, role: cell("role") };
}

/**
 * Reads a record that has no header: a list of addresses, one person as a mail program writes them, or cells
 * in the order address, name, role (a name may also stand before its address).
 */
export function draftLoose({ line, raw, cells }: CsvRecord): Draft[] {
  if (raw.split("@").length > 2) return splitList(raw).map((piece) => ({ ...draftPiece(piece), line }));
  if (/<[^<>]*@[^<>]*>/.test(raw)) return [{ ...draftPiece(raw), line }];
  return [{ ...draftCells(cells), line }];
}

function draftPiece(piece: string): Omit<Draft, "line"> {
  const { typed, name, rest } = readPerson(piece);
  return name === "" && readRole(rest) === null
    ? { typed, name: rest, role: "" }
    : { typed, name, role: rest };
}

function draftCells(cells: readonly string[]): Omit<Draft, "line"> {
  const at = Math.max(
    0,
    cells.findIndex((cell) => cell.includes("@")),
  );
  const person = draftPiece(cells[at] ?? "");
  const before = cells.slice(0, at).filter((cell) => cell.trim() !== "");
  const [first = "", second = ""] = cells.slice(at + 1);
  // With the name in front, or nothing but a role behind, the first cell behind the address is the role.
  const roleIsFirst =
    before.length > 0 ||
    person.name !== "" ||
    (second.trim() === "" && first.trim() !== "" && readRole(first) !== null);
  const name = roleIsFirst ? before.join(" ") || person.name : first;
  return { typed: person.typed, name, role: (roleIsFirst ? first : second) || person.role };
}
