/**
 * Where the stored files of datasets are. A file never changes under its key. This machine's folder fills it
 * (`folder-store`); a store that several machines share would keep a copy of what was located, under the same key.
 */
export interface FileStore {
  /** Moves a file of this machine under a key; whole or not at all, also when the machine stops meanwhile. */
  put(key: string, path: string): Promise<void>;
  /** Where the file of a key lies on this machine. */
  locate(key: string): string;
  /** Takes a file away; one that is not there is no trouble. */
  remove(key: string): Promise<void>;
  /** The keys below a folder. */
  list(folder: string): Promise<string[]>;
}
