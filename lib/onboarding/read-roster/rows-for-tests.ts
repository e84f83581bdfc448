import { type RosterRow, readRoster } from "../read-roster";

export const ada = "ada@acme.example";
export const bob = "bob@acme.example";

/** The rows of a roster that is expected to be readable. */
export function rowsOf(input: Uint8Array | string): RosterRow[] {
  const reading = readRoster(input);
  if (!reading.ok) throw new Error(`the roster was refused: ${reading.reason}`);
  return reading.rows;
}

/** Each row in short: line, address, name, role, and its problem if it has one. */
export function shortly(input: Uint8Array | string): string[] {
  return rowsOf(input).map((row) =>
    [row.line, row.email ?? row.typed, row.name, row.role, row.problem]
      .filter((part) => part !== null)
      .join("|"),
  );
}
