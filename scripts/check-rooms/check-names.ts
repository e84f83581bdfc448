import type { Tree } from "./read-tree";
import type { Violation } from "./violation";

/** Law 6: a file and its folders are named after what they do, never after an attic. */
export function checkNames({ rooms, files }: Tree): Violation[] {
  return files.flatMap(({ path }): Violation[] => {
    const attic = path.split("/").find((part) => isAttic(part, rooms.attics));
    if (attic === undefined) return [];
    const mend = "Name it after what it does, and import each file where it is used.";
    return [{ file: path, line: 1, what: `is named ${attic}, which says nothing`, law: 6, mend }];
  });
}

const attachedAttic = /-(utils?|helpers?|misc)$/;

/** The name itself (`utils.ts`), its last part (`user.types.ts`), or an attic by another name (`date-utils.ts`). */
function isAttic(part: string, attics: readonly string[]): boolean {
  const name = part
    .toLowerCase()
    .replace(/(\.d)?\.[cm]?[jt]sx?$/, "")
    .replace(/\.(integ\.)?test$/, "");
  return attics.includes(name.split(".").at(-1) ?? "") || attachedAttic.test(name);
}
