import { rm } from "node:fs/promises";
import { findSettled, findUnnamed } from "@/db/dataset-files";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { DAY_MS, now } from "@/lib/base/clock";
import { isDraining } from "@/lib/base/draining";
import { isId } from "@/lib/base/ids";
import { log } from "@/lib/base/log";
import { listUploads, storeHere, type UploadFile } from "../store-here";
import { readStoredKey } from "./stored-key";

/** Files that are looked at together: held in memory, and asked about in one query. */
const PAGE = 1_000;

/**
 * Takes away what killed processes left behind: stored files that their version does not name, and uploads that
 * nobody waits for. Only those that were written more than a day ago, long after whoever wrote them is done or dead; files
 * of versions that the database does not know stay.
 */
export async function sweepFiles(scope: PlatformScope): Promise<void> {
  const before = new Date(now().getTime() - DAY_MS);
  const [stored, uploads] = [await sweepStore(scope, before), await sweepUploads(scope, before)];
  if (stored + uploads > 0) log("info", "datasets.swept", { stored, uploads });
}

async function sweepStore(scope: PlatformScope, before: Date): Promise<number> {
  const store = storeHere();
  let removed = 0;
  for await (const page of oldOnes(store.list("t"), before)) {
    const owned = page.flatMap(({ key }) => {
      const owner = readStoredKey(key);
      return owner === null ? [] : [{ key, ...owner }];
    });
    const unnamed = await inPlatform(scope, (tx) => findUnnamed(tx, owned));
    for (const key of unnamed) await store.remove(key);
    removed += unnamed.length;
  }
  return removed;
}

async function sweepUploads(scope: PlatformScope, before: Date): Promise<number> {
  let removed = 0;
  for await (const page of oldOnes(listUploads(), before)) {
    const own = page.filter(({ versionId }) => isId(versionId));
    const ids = [...new Set(own.map(({ versionId }) => versionId))];
    const settled = await inPlatform(scope, (tx) => findSettled(tx, ids));
    const left = own.filter((file) => isLeft(file, settled));
    for (const { path } of left) await rm(path, { force: true });
    removed += left.length;
  }
  return removed;
}

/** To a part that grew no more for a day nobody sends; the rest belongs to its version while that is on its way. */
function isLeft({ isPart, versionId }: UploadFile, settled: ReadonlySet<string>): boolean {
  return isPart || settled.has(versionId);
}

/** The old ones of the files, page by page, until the process is told to stop. */
async function* oldOnes<File extends { at: Date }>(
  files: AsyncIterable<File>,
  before: Date,
): AsyncGenerator<File[]> {
  let page: File[] = [];
  for await (const file of files) {
    if (isDraining()) return;
    if (file.at < before) page.push(file);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
