import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Tests, texts for people, and files that tools write: no program is made of them. */
const NO_SOURCE = /^\.|\.(md|log|tsbuildinfo)$|\.test\.tsx?$|^next-env\.d\.ts$/;

/**
 * Sums up files by name and content.
 *
 * @param root folder of the project
 * @param paths files, and folders with everything below them, relative to root; missing ones are left out
 * @param salt anything else that should make a difference
 * @returns a hexadecimal SHA-256
 */
export function hashFiles(root: string, paths: string[], salt: string): string {
  const hash = createHash("sha256").update(`${process.version}\0${salt}\0`);
  const visit = (path: string) => {
    const found = lstatSync(join(root, path));
    if (found.isDirectory()) {
      const names = readdirSync(join(root, path)).filter((name) => !NO_SOURCE.test(name));
      for (const name of names.sort()) visit(`${path}/${name}`);
    } else if (found.isFile()) {
      hash.update(`${path}\0${found.size}\0`).update(readFileSync(join(root, path)));
    }
  };
  for (const path of [...paths].sort()) if (existsSync(join(root, path))) visit(path);
  return hash.digest("hex");
}
