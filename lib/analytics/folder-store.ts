import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { FileStore } from "./file-store";
import { walkFolder } from "./walk-folder";

const key = /^[a-z0-9][a-z0-9/.-]*$/;

/** A store in a folder of this machine. Keys are made by us, never of what a person typed. */
export function folderStore(root: string): FileStore {
  const locate = (name: string) => {
    if (!key.test(name) || name.includes("..")) throw new Error("a key of the store has another form");
    return join(root, name);
  };
  return {
    locate,
    async put(name, path) {
      const target = locate(name);
      await mkdir(dirname(target), { recursive: true });
      await sync(path);
      await rename(path, target);
      await sync(dirname(target));
    },
    async remove(name) {
      await rm(locate(name), { force: true });
    },
    async *list(folder) {
      for await (const { path, at } of walkFolder(locate(folder)))
        yield { key: relative(root, path).split(sep).join("/"), at };
    },
  };
}

/** Sees to it that a file, or a folder's names, are on the disk and not only on their way there. */
async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  await file.sync().finally(() => file.close());
}
