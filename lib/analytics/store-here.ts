import { mkdir, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "@/lib/base/env";
import { newId } from "@/lib/base/ids";
import type { FileStore } from "./file-store";
import { folderStore } from "./folder-store";

/** The store of this process. */
export function storeHere(): FileStore {
  return folderStore(resolve(env().DATA_DIR));
}

export type UploadPaths = { source: string; part: string; prepared: string; target: string };

/**
 * Where the file of a version lies while it is on its way in: web and worker share the folder. `part` is another one each
 * time, since two may send the same version at once.
 */
export async function uploadPaths(versionId: string): Promise<UploadPaths> {
  const folder = uploadFolder();
  await mkdir(folder, { recursive: true });
  const at = (end: string) => join(folder, `${versionId}${end}`);
  return {
    source: at(".file"),
    part: at(`.${newId()}.part`),
    prepared: at(".prepared"),
    target: at(".parquet"),
  };
}

/** Takes away whatever of a version was on its way in, also what a killed process left. */
export async function removeUpload(versionId: string): Promise<void> {
  const names = await readdir(uploadFolder()).catch(() => []);
  for (const name of names.filter((name) => name.startsWith(`${versionId}.`)))
    await rm(join(uploadFolder(), name), { force: true });
}

function uploadFolder(): string {
  return resolve(env().DATA_DIR, "uploads");
}
