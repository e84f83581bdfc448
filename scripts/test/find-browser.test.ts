import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBrowser } from "./find-browser";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "analystick-browser-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string): string {
  writeFileSync(join(folder, name), "");
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
}

test("PLAYWRIGHT_CHROMIUM is believed before anything else", () => {
  put("chromium");
  const env = { PLAYWRIGHT_CHROMIUM: "/my/chromium", PATH: folder };
  expect(findBrowser(env, "/no/such/file")).toEqual({ ok: true, path: "/my/chromium" });
});

test("Playwright's own browser comes before the system's", () => {
  put("chromium");
  expect(findBrowser({ PATH: folder }, put("own"))).toEqual({ ok: true, path: undefined });
});

test("of two on the PATH, the one without windows is taken", () => {
  put("chromium");
  const path = put("chromium-headless-shell");
  expect(findBrowser({ PATH: folder }, "/no/such/file")).toEqual({ ok: true, path });
});

test("the system's Chromium or Chrome is found on the PATH", () => {
  const path = put("google-chrome");
  expect(findBrowser({ PATH: `/no/such/folder:${folder}` }, "/no/such/file")).toEqual({ ok: true, path });
});
