import { readdirSync } from "node:fs";
import { join } from "node:path";

const code = /\.[cm]?[jt]sx?$/;

/**
 * Lists the checkout's code files, as paths from the root with forward slashes, sorted.
 * @param skip names of folders that are not entered; folders whose name begins with a dot never are
 */
export function listFiles(root: string, skip: readonly string[]): string[] {
  const found: string[] = [];
  const enter = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && !skip.includes(entry.name)) enter(path);
      } else if (code.test(entry.name) && !entry.name.startsWith(".")) found.push(path);
    }
  };
  enter("");
  return found.sort();
}
