import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const NOT_IN_THE_BUILD = new Set([
  "node_modules",
  "coverage",
  "docs",
  "e2e",
  "local",
  "playwright-report",
  "scripts",
  "test-results",
  "worker",
]);
const NO_SOURCE =
  /\.(md|log|tsbuildinfo)$|\.test\.tsx?$|^(biome\.json|next-env\.d\.ts|playwright\.config\.ts|rooms\.json|vitest\.config\.ts)$/;

/**
 * Sums up everything the portal's build is made of: its source files and the lock file, by name and content.
 *
 * Whatever isn't known to stay outside the build counts, so a new folder can only cause a build too many.
 *
 * @param root folder of the project
 * @returns a hexadecimal SHA-256
 */
export function hashSources(root: string): string {
  const hash = createHash("sha256").update(process.version);
  const visit = (folder: string) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith(".") || NO_SOURCE.test(entry.name)) continue;
      if (entry.isDirectory() && !NOT_IN_THE_BUILD.has(path)) visit(path);
      if (entry.isFile())
        hash
          .update(`${path}\0`)
          .update(readFileSync(join(root, path)))
          .update("\0");
    }
  };
  visit("");
  return hash.digest("hex");
}
