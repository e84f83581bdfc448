import { posix } from "node:path";

/** Where an import leads: to a file of ours (a path from the root), a package, or what runtime and tools provide. */
export type Target =
  | { kind: "ours"; path: string; exists: boolean }
  | { kind: "package"; name: string }
  | { kind: "runtime"; name: string };

const endings = [
  "",
  ".ts",
  ".tsx",
  ".js",
  ".mjs",
  ".cjs",
  ".jsx",
  ".mts",
  ".cts",
  "/index.ts",
  "/index.tsx",
  "/index.js",
];

/**
 * Resolves an import as the compiler does: `@/` from the root, dots from the file, the rest by name.
 * @param files every code file of the checkout
 */
export function resolveTarget(from: string, specifier: string, files: ReadonlySet<string>): Target {
  if (specifier.startsWith("node:")) return { kind: "runtime", name: specifier.slice(5) };
  const path = specifier.startsWith("@/")
    ? posix.normalize(specifier.slice(2))
    : /^\.{0,2}\//.test(specifier) || specifier === "." || specifier === ".."
      ? posix.join(posix.dirname(from), specifier)
      : null;
  if (path === null) return { kind: "package", name: packageOf(specifier) };
  // Folders with a leading dot hold what tools generate, such as the framework's route types.
  if (/^\.[^./]/.test(path)) return { kind: "runtime", name: path };
  const bare = path.replace(/\.[cm]?jsx?$/, "");
  const hit = [...endings.map((end) => path + end), ...endings.map((end) => bare + end)].find((candidate) =>
    files.has(candidate),
  );
  return { kind: "ours", path: hit ?? path, exists: hit !== undefined };
}

function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
