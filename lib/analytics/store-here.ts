import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { env } from "@/lib/base/env";
import { newId } from "@/lib/base/ids";
import type { FileStore } from "./file-store";
import { folderStore } from "./folder-store";
import { walkFolder } from "./walk-folder";

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

export type UploadFile = {
  path: string;
  /** Whose it is, as its name says. */
  versionId: string;
  /** Bytes that nobody has vouched for yet: a sending that is under way, or one that broke off. */
  isPart: boolean;
  at: Date;
};

/** All that lies where files are on their way in, a few at a time. */
export async function* listUploads(): AsyncGenerator<UploadFile> {
  for await (const { path, at } of walkFolder(uploadFolder())) {
    const [versionId = ""] = basename(path).split(".");
    yield { path, versionId, isPart: path.endsWith(".part"), at };
  }
}

function uploadFolder(): string {
  return resolve(env().DATA_DIR, "uploads");
}
