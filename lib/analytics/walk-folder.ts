import type { Dir } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";

export type FoundFile = {
  path: string;
  /** When it was last written to. */
  at: Date;
};

/** The files in a folder and below it, a few at a time however many there are. One that is gone meanwhile is left out. */
export async function* walkFolder(folder: string): AsyncGenerator<FoundFile> {
  for await (const entry of (await openFolder(folder)) ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walkFolder(path);
    if (!entry.isFile()) continue;
    const at = await writtenAt(path);
    if (at !== null) yield { path, at };
  }
}

async function openFolder(path: string): Promise<Dir | null> {
  return opendir(path).catch(orNothing);
}

async function writtenAt(path: string): Promise<Date | null> {
  return stat(path).then(({ mtime }) => mtime, orNothing);
}

function orNothing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
