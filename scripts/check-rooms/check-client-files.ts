import { posix } from "node:path";
import { isWithin, type SourceFile, type Tree } from "./read-tree";
import type { Violation } from "./violation";

/** Law 1 for the browser: a `"use client"` file imports sight, the base, and what lies in its own folder. */
export function checkClientFiles({ rooms, files }: Tree): Violation[] {
  return files.filter(isForTheBrowser).flatMap((file) => {
    const allowed = [...rooms.client, posix.dirname(file.path)];
    return file.edges.flatMap(({ target, specifier, line }) => {
      if (target.kind !== "ours" || allowed.some((place) => isWithin(target.path, place))) return [];
      const what = `is a "use client" file and imports ${specifier}; it may import only ${allowed.join(", ")}`;
      const mend = "Do that on the server and pass the result, or the server action, in as a prop.";
      return [{ file: file.path, line, what, law: 1 as const, mend }];
    });
  });
}

/** The directive counts only among the texts that open the file, as the bundler reads it. */
function isForTheBrowser({ tokens }: SourceFile): boolean {
  for (const { kind, value } of tokens) {
    if (kind === "text" && value === "use client") return true;
    if (kind !== "text" && value !== ";") return false;
  }
  return false;
}
