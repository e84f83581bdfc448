import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashSources } from "./hash-sources";

/**
 * Builds the portal unless its build is there and made of the very same sources.
 *
 * @param root folder of the project
 * @param buildFolder Next.js's output folder, relative to root (NEXT_DIST_DIR)
 * @param build makes the build and says whether it succeeded
 * @returns whether the build is there now
 */
export async function buildPortal(
  root: string,
  buildFolder: string,
  build: () => Promise<boolean>,
): Promise<boolean> {
  const stamp = join(root, buildFolder, "analystick-sources");
  const wanted = hashSources(root);
  const complete = existsSync(join(root, buildFolder, "BUILD_ID"));
  if (complete && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  rmSync(stamp, { force: true });
  if (!(await build())) return false;
  writeFileSync(stamp, wanted);
  return true;
}
