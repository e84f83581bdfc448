import { isWithin, type Tree } from "./read-tree";
import type { Violation } from "./violation";

/** Law 5: only the homes of the switch may know whether they talk to the local set-up. */
export function checkSwitch({ rooms, files }: Tree): Violation[] {
  const { words, homes } = rooms.switch;
  const bound = files.filter(({ room }) => room !== null && rooms.rooms[room]?.bound === true);
  const astray = bound.filter(({ path }) => !homes.some((home) => isWithin(path, home)));
  const mend = `Let ${homes.join(" or ")} decide, by URL and secrets only.`;
  return astray.flatMap((file) =>
    file.tokens
      .filter(({ kind, value }) => kind !== "mark" && words.includes(value))
      .map(({ line, value }) => ({
        file: file.path,
        line,
        what: `asks for ${value}`,
        law: 5 as const,
        mend,
      })),
  );
}
