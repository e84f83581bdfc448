import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findImports } from "./find-imports";
import { listFiles } from "./list-files";
import { type Rooms, readRooms } from "./read-rooms";
import { resolveTarget, type Target } from "./resolve-target";
import { scanTokens, type Token } from "./scan-tokens";

export type Edge = { specifier: string; line: number; target: Target };
export type SourceFile = {
  path: string;
  /** The room it stands in; null when the table has none for it. */
  room: string | null;
  tokens: readonly Token[];
  edges: readonly Edge[];
  /** Lines of dynamic imports whose target is computed. */
  computed: readonly number[];
  unclosed: number | null;
  isTest: boolean;
  isIntegrationTest: boolean;
};
export type Tree = { rooms: Rooms; files: readonly SourceFile[] };

/** Reads a checkout: its table of rooms and every code file with its imports resolved. */
export function readTree(root: string): Tree {
  const rooms = readRooms(root);
  const paths = listFiles(root, rooms.skip);
  const known = new Set(paths);
  return { rooms, files: paths.map((path) => readSource(root, path, rooms, known)) };
}

function readSource(root: string, path: string, rooms: Rooms, known: ReadonlySet<string>): SourceFile {
  const { tokens, unclosed } = scanTokens(readFileSync(join(root, path), "utf8"));
  const edges: Edge[] = [];
  const computed: number[] = [];
  for (const { specifier, line } of findImports(tokens)) {
    if (specifier === null) computed.push(line);
    else edges.push({ specifier, line, target: resolveTarget(path, specifier, known) });
  }
  const isIntegrationTest = /\.integ\.test\.tsx?$/.test(path);
  const isTest = /\.test\.tsx?$/.test(path) || isWithin(path, rooms.tests.support);
  return { path, room: roomOf(path, rooms), tokens, edges, computed, unclosed, isTest, isIntegrationTest };
}

/** The innermost room a path stands in; null when the table names none. */
export function roomOf(path: string, rooms: Rooms): string | null {
  const around = Object.keys(rooms.rooms).filter((room) => isWithin(path, room));
  return around.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Whether a path is a place (a file or a folder) or stands inside it. */
export function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
