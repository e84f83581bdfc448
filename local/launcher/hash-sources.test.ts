import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources } from "./hash-sources";

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "analystick-hash-"));
  write("app/page.tsx", "one");
  write("package-lock.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  "app/page.tsx",
  "lib/new/deep.ts",
  "brand-new-folder/x.ts",
  "package-lock.json",
  "next.config.js",
])("a change in %s asks for a new build", (path) => {
  const before = hashSources(root);
  write(path, "two");
  expect(hashSources(root)).not.toBe(before);
});

test.each([
  "README.md",
  "e2e/walk.spec.ts",
  "worker/main.ts",
  "app/page.test.tsx",
  ".local/x.ts",
  "local/x.ts",
])("a change in %s does not", (path) => {
  const before = hashSources(root);
  write(path, "two");
  expect(hashSources(root)).toBe(before);
});

test("moving a text from one file to another asks for a new build", () => {
  write("lib/a.ts", "x");
  const before = hashSources(root);
  rmSync(join(root, "lib/a.ts"));
  write("lib/b.ts", "x");
  expect(hashSources(root)).not.toBe(before);
});
