import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { folderStore } from "./folder-store";
import { listKeys } from "./testing/list-keys";

const root = mkdtempSync(join(tmpdir(), "store-"));
const store = folderStore(join(root, "data"));
const keysBelow = (folder: string) => listKeys(store, folder);
afterAll(() => rmSync(root, { recursive: true }));

it("keeps a file under its key, lists it, and takes it away", async () => {
  const path = join(root, "file");
  writeFileSync(path, "rows");
  await store.put("t/a/d/b/v1-c.parquet", path);
  expect(readFileSync(store.locate("t/a/d/b/v1-c.parquet"), "utf8")).toBe("rows");
  expect(await keysBelow("t/a")).toEqual(["t/a/d/b/v1-c.parquet"]);
  await store.remove("t/a/d/b/v1-c.parquet");
  await store.remove("t/a/d/b/v1-c.parquet");
  expect(await keysBelow("t/a")).toEqual([]);
  expect(await keysBelow("t/nobody")).toEqual([]);
});

it.each(["../x", "t/../../x", "/etc/passwd", "", "t/A b"])("refuses the key %j", (name) => {
  expect(() => store.locate(name)).toThrow();
});
