import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

export type FoundBrowser =
  /** `path` is undefined when Playwright finds its own browser by itself. */
  { ok: true; path: string | undefined } | { ok: false; reason: "none" };

/** The shell first: it is the same engine without windows, and opens a page in a third of the time. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Finds a browser for the end-to-end tests: the one named by PLAYWRIGHT_CHROMIUM, else the one that
 * Playwright downloaded, else the system's Chromium, by preference without windows, or Chrome.
 *
 * @param env environment to look in
 * @param own where Playwright's own browser would be
 */
export function findBrowser(
  env: Record<string, string | undefined> = process.env,
  own = chromium.executablePath(),
): FoundBrowser {
  if (env.PLAYWRIGHT_CHROMIUM) return { ok: true, path: env.PLAYWRIGHT_CHROMIUM };
  if (existsSync(own)) return { ok: true, path: undefined };
  const folders = (env.PATH ?? "").split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC];
  const path = candidates.find((candidate) => existsSync(candidate));
  return path ? { ok: true, path } : { ok: false, reason: "none" };
}
