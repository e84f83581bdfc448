import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../local/launcher/find-free-port";

const FOLLOW = new URL("../../local/launcher/follow-launcher.mjs", import.meta.url).href;

/** A PostgreSQL of this run's own, with its superuser's URL. */
export type KeptServer = { url: string; stop(): Promise<void> };

/**
 * Starts a throwaway PostgreSQL. Server and data are gone at the end, also when the run is killed: the server's keeper
 * stops it once its channel to us closes.
 *
 * @param settings `name=value`, as in postgresql.conf
 */
export async function startKeeper(settings: readonly string[] = []): Promise<KeptServer> {
  const folder = mkdtempSync(join(tmpdir(), "analystick-postgres-"));
  const port = await findFreePort();
  const args = ["--dir", folder, "--port", String(port), "--throwaway", "--remove"];
  args.push(...settings.flatMap((setting) => ["--set", setting]));
  const words = ["--import", FOLLOW, "--import", "tsx", "local/postgres/main.ts", ...args];
  const keeper = spawn(process.execPath, words, {
    env: { ...process.env, ANALYSTICK_FOLLOW: "1" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  const url = await hearUrl(keeper);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        keeper.once("exit", () => resolve());
        keeper.disconnect();
      }),
  };
}

function hearUrl(keeper: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    keeper.once("exit", (code) =>
      reject(new Error(`The run's own PostgreSQL did not start (code ${code}).`)),
    );
    keeper.on("message", (message: { url?: unknown }) => {
      if (typeof message.url === "string") resolve(message.url);
    });
  });
}
