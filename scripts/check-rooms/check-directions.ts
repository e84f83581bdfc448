import { type Edge, isWithin, roomOf, type SourceFile, type Tree } from "./read-tree";
import type { Violation } from "./violation";

/** Law 1: a file stands in a room of the table, and imports only from rooms below its own. */
export function checkDirections({ rooms, files }: Tree): Violation[] {
  const found: Violation[] = [];
  for (const file of files) {
    const report = (line: number, what: string, mend: string) =>
      found.push({ file: file.path, line, what, law: 1, mend });
    if (file.unclosed !== null)
      report(
        file.unclosed,
        "has a comment or template that never closes",
        "Close it, so that its imports can be read.",
      );
    if (file.room === null && file.path.includes("/"))
      report(
        1,
        "stands in no room of the house",
        "Move it into a room, or give the room a line in rooms.json.",
      );
    for (const line of file.computed)
      report(
        line,
        "imports something computed",
        "Write the path out as plain text, so that it can be checked.",
      );
    for (const edge of file.edges) {
      if (edge.target.kind !== "ours" || mayImport(file, edge.target.path)) continue;
      report(edge.line, `imports ${edge.specifier}, but ${may(file)}`, mendFor(file, edge));
    }
  }
  return found;

  function mayImport(file: SourceFile, target: string): boolean {
    if (isWithin(target, rooms.tests.support))
      return file.isIntegrationTest || isWithin(file.path, rooms.tests.support);
    const room = roomOf(target, rooms);
    if (room !== null && room === file.room) return true;
    return room !== null && below(file).some((allowed) => covers(allowed, room));
  }
  function below(file: SourceFile): readonly string[] {
    return file.room === null ? [] : (rooms.rooms[file.room]?.imports ?? []);
  }
  function may(file: SourceFile): string {
    const allowed = below(file);
    const who = file.room ?? "a file outside the rooms";
    return `${who} may import ${allowed.length === 0 ? "nothing of ours" : `only ${allowed.join(", ")}`}`;
  }
  function mendFor(file: SourceFile, edge: Edge): string {
    if (edge.target.kind === "ours" && isWithin(edge.target.path, rooms.tests.support))
      return `${rooms.tests.support} is for *.integ.test.ts files: use the real thing here.`;
    return `Move the shared part to a room below both, or let the caller hand it to ${file.path} as an argument.`;
  }
}

/** `lib/*` stands for every room in lib. */
function covers(allowed: string, room: string): boolean {
  return allowed === room || (allowed.endsWith("/*") && room.startsWith(allowed.slice(0, -1)));
}
