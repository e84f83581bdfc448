import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildPortal } from "./build-portal";

let root: string;
let builds: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "analystick-build-"));
  builds = 0;
  writeFileSync(join(root, "next.config.js"), "one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function build(works = true): Promise<boolean> {
  return buildPortal(root, ".next", async () => {
    builds += 1;
    mkdirSync(join(root, ".next"), { recursive: true });
    if (works) writeFileSync(join(root, ".next", "BUILD_ID"), "x");
    return works;
  });
}

test("the portal is built once, and again only when its sources changed", async () => {
  await build();
  await build();
  expect(builds).toBe(1);
  writeFileSync(join(root, "next.config.js"), "two");
  await build();
  expect(builds).toBe(2);
});

test("a build that failed, or was cut short, is made again", async () => {
  expect(await build(false)).toBe(false);
  expect(await build()).toBe(true);
  rmSync(join(root, ".next", "BUILD_ID"));
  expect(await build()).toBe(true);
  expect(builds).toBe(3);
});

test("sources that go back to what they were before a failed build are not taken for built", async () => {
  await build();
  writeFileSync(join(root, "next.config.js"), "broken");
  await build(false);
  writeFileSync(join(root, "next.config.js"), "one");
  await build();
  expect(builds).toBe(3);
});
