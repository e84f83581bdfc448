import type { SourceFile, Tree } from "./read-tree";
import type { Violation } from "./violation";

/** Law 1: no file imports itself by way of others. Each knot is reported once, by its shortest cycle. */
export function findCycles({ files }: Tree): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const found: Violation[] = [];
  const reported = new Set<string>();
  for (const file of onlyKnotted(files, byPath)) {
    if (reported.has(file.path)) continue;
    const cycle = shortestCycle(file, byPath);
    if (cycle === null) continue;
    for (const path of cycle) reported.add(path);
    const line =
      file.edges.find(({ target }) => target.kind === "ours" && target.path === cycle[1])?.line ?? 1;
    const mend = "Move what both need into a file of its own.";
    found.push({ file: file.path, line, what: `closes a cycle: ${cycle.join(" -> ")}`, law: 1, mend });
  }
  return found;
}

/** Drops files that import nothing of ours, again and again, until only those that lead to a cycle are left. */
function onlyKnotted(files: readonly SourceFile[], byPath: ReadonlyMap<string, SourceFile>): SourceFile[] {
  const left = new Set(files.map(({ path }) => path));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const path of left)
      if (!neighbours(byPath.get(path)).some((next) => left.has(next))) left.delete(path);
  }
  return files.filter(({ path }) => left.has(path));
}

function shortestCycle(start: SourceFile, byPath: ReadonlyMap<string, SourceFile>): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start.path];
  for (const path of queue) {
    for (const next of neighbours(byPath.get(path))) {
      if (next === start.path) return [...trail(path, start.path, cameFrom), start.path];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      queue.push(next);
    }
  }
  return null;
}

function trail(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const steps = [end];
  for (let at = end; at !== start; ) {
    at = cameFrom.get(at) ?? start;
    steps.unshift(at);
  }
  return steps;
}

function neighbours(file: SourceFile | undefined): string[] {
  return (file?.edges ?? []).flatMap(({ target }) =>
    target.kind === "ours" && target.exists ? [target.path] : [],
  );
}
