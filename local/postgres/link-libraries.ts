import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Makes the library links that npm packages can't carry, unless they are there already.
 *
 * The package lists them in native/pg-symlinks.json and makes them in an install script; this repeats it
 * for installs done with `--ignore-scripts`.
 *
 * @param packageFolder folder of the platform package
 */
export function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of readLinks(list)) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
    symlinkSync(basename(source), link);
  }
}

function readLinks(file: string): { source: string; target: string }[] {
  const entries: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: { source?: unknown; target?: unknown }) =>
    typeof entry.source === "string" && typeof entry.target === "string"
      ? [{ source: entry.source, target: entry.target }]
      : [],
  );
}
