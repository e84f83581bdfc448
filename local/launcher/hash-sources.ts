import { readdirSync } from "node:fs";
import { hashFiles } from "./hash-files";

const NOT_IN_THE_BUILD = new Set([
  "Dockerfile",
  "biome.json",
  "compose.yaml",
  "coverage",
  "docs",
  "e2e",
  "local",
  "node_modules",
  "playwright-report",
  "playwright.config.ts",
  "rooms.json",
  "scripts",
  "server",
  "test-results",
  "vitest.config.ts",
  "worker",
]);

/**
 * Sums up everything the portal's build is made of. Whatever isn't known to stay outside the build counts,
 * so a new folder can only cause a build too many.
 *
 * @param root folder of the project
 * @returns a hexadecimal SHA-256
 */
export function hashSources(root: string): string {
  const names = readdirSync(root).filter(
    (name) => !NOT_IN_THE_BUILD.has(name) && !/^\.|\.(md|tsbuildinfo)$/.test(name),
  );
  return hashFiles(
    root,
    names.filter((name) => name !== "next-env.d.ts"),
    "build",
  );
}
