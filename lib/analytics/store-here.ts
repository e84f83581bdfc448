import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "@/lib/base/env";
import type { FileStore } from "./file-store";
import { folderStore } from "./folder-store";

/** The store of this process. */
export function storeHere(): FileStore {
  return folderStore(resolve(env().DATA_DIR));
}

export type UploadPaths = { source: string; part: string; prepared: string; target: string };

/** Where the file of a version lies while it is on its way in: web and worker share the folder. */
export async function uploadPaths(versionId: string): Promise<UploadPaths> {
  const folder = resolve(env().DATA_DIR, "uploads");
  await mkdir(folder, { recursive: true });
  const at = (end: string) => join(folder, `${versionId}${end}`);
  return { source: at(".file"), part: at(".part"), prepared: at(".prepared"), target: at(".parquet") };
}
