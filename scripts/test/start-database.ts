import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../local/launcher/find-free-port";

const FOLLOW = new URL("../../local/launcher/follow-launcher.mjs", import.meta.url).href;

/**
 * Starts a throwaway PostgreSQL for one run of the integration tests, unless TEST_ADMIN_DATABASE_URL names
 * one already, and puts its superuser URL there. Two runs at once get two servers. Server and data are gone
 * at the end, also when the run is killed: the server's keeper stops it once its channel to us closes.
 *
 * @returns a function that stops the server
 */
export default async function startDatabase(): Promise<() => Promise<void>> {
  if (process.env.TEST_ADMIN_DATABASE_URL) return async () => {};
  const folder = mkdtempSync(join(tmpdir(), "analystick-postgres-"));
  const port = await findFreePort();
  const args = ["--dir", folder, "--port", String(port), "--throwaway", "--remove"];
  const words = ["--import", FOLLOW, "--import", "tsx", "local/postgres/main.ts", ...args];
  const keeper = spawn(process.execPath, words, {
    env: { ...process.env, ANALYSTICK_FOLLOW: "1" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  process.env.TEST_ADMIN_DATABASE_URL = await hearUrl(keeper);
  return () =>
    new Promise((resolve) => {
      keeper.once("exit", () => resolve());
      keeper.disconnect();
    });
}

function hearUrl(keeper: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    keeper.once("exit", (code) => reject(new Error(`The tests' PostgreSQL did not start (code ${code}).`)));
    keeper.on("message", (message: { url?: unknown }) => {
      if (typeof message.url === "string") resolve(message.url);
    });
  });
}
