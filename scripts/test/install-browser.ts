import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { runCommand } from "./run-command";

const PATIENCE = 5 * 60_000;

/**
 * Installs a browser: Debian's Chromium when we are root on Debian or its kin, else Playwright's own.
 *
 * @param log file for the output
 * @returns whether the installer said that it worked
 */
export async function installBrowser(log: string): Promise<boolean> {
  console.log("  No browser found: installing Chromium for the end-to-end tests ...");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && (await installWithApt(log))) return true;
  const args = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  return (await runCommand({ file: process.execPath, args, log: `${log}.playwright`, show: false })) === 0;
}

/** Another installation may hold dpkg's lock for a while. */
async function installWithApt(log: string): Promise<boolean> {
  // The older of Debian's releases, and its kin, have the whole browser only.
  const install = "apt-get install -y -qq";
  const script = `apt-get update -qq && (${install} chromium-headless-shell || ${install} chromium)`;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    if ((await runCommand({ file: "sh", args: ["-c", script], log, env, show: false })) === 0) return true;
    if (!/could not get lock|unable to (acquire|lock)|dpkg frontend lock/i.test(readFileSync(log, "utf8")))
      return false;
    if (Date.now() > deadline) return false;
    await sleep(5000);
  }
}
