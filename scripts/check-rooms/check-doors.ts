import { isWithin, type Tree } from "./read-tree";
import type { Violation } from "./violation";

/** Law 3: what opens a tenant's rows is imported by the rooms that `doors` lists, and by tests. */
export function checkDoors({ rooms, files }: Tree): Violation[] {
  return Object.entries(rooms.doors).flatMap(([door, allowed]) => {
    if (!files.some(({ path }) => isWithin(path, door))) return [missing(door)];
    return files.flatMap((file) => {
      if (file.isTest || isWithin(file.path, door) || (file.room !== null && allowed.includes(file.room)))
        return [];
      return file.edges.flatMap(({ target, specifier, line }): Violation[] => {
        if (target.kind !== "ours" || !isWithin(target.path, door)) return [];
        const what = `imports ${specifier}, a door for ${allowed.join(", ")} only`;
        return [
          { file: file.path, line, what, law: 3, mend: `Take what ${door} makes as an argument instead.` },
        ];
      });
    });
  });
}

function missing(door: string): Violation {
  const mend = "Name the file it has become, or the law guards nothing.";
  return { file: "rooms.json", line: 1, what: `guards ${door}, which does not exist`, law: 3, mend };
}
