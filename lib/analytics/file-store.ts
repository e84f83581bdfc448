/** A file of the store, as a listing tells of it. */
export type StoredFile = {
  key: string;
  /** When it was written. */
  at: Date;
};

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
  /**
   * The files below a folder, in no order and never all in memory. What comes or goes meanwhile may be told of or not. (S3
   * answers the same by pages of `ListObjectsV2`, with `LastModified`.)
   */
  list(folder: string): AsyncIterable<StoredFile>;
}
