import type { FileStore } from "../file-store";

/** All keys below a folder of a store, in order. */
export async function listKeys(store: FileStore, folder: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(folder)) keys.push(key);
  return keys.sort();
}
