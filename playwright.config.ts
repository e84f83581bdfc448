import { readFileSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Written by the launcher: where the portal under test and its services are. */
const services: { app: string } = JSON.parse(
  readFileSync(process.env.SERVICES_FILE ?? ".test/services.json", "utf8"),
);

/** Chromium refuses its sandbox as root, and would call home at every start. */
const args = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
const browser = process.env.PLAYWRIGHT_CHROMIUM;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: ".test/playwright",
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: services.app,
    browserName: "chromium",
    launchOptions: { args, ...(browser ? { executablePath: browser } : {}) },
    screenshot: "only-on-failure",
    // Recording costs a third of the time; a failure is looked at with E2E_TRACE=1.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
  },
});
