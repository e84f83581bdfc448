import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { identifyProcess } from "../launcher/identify-process";
import { type Account, chooseAccount } from "./choose-account";
import { commandAs } from "./command-as";
import { endServer } from "./end-server";
import { findBinaries } from "./find-binaries";
import { initCluster } from "./init-cluster";
import { linkLibraries } from "./link-libraries";
import { ownsCluster } from "./owns-cluster";
import { type Place, placeCluster } from "./place-cluster";
import { readPostmasterFile } from "./read-postmaster-file";

export type ServerWish = {
  folder: string;
  port: number;
  durable?: boolean;
  account?: Account;
  /** Further settings, as `name=value`. */
  settings?: readonly string[];
};
export type Server = {
  url: string;
  pid: number;
  adopted: boolean;
  running(): boolean;
  stop(): Promise<void>;
};
export type StartedServer =
  | { ok: true; server: Server }
  | { ok: false; reason: "no-package" | "failed"; message: string };

const NO_PACKAGE =
  "There is no PostgreSQL package for this computer. Set DATABASE_URL, DATABASE_OWNER_URL and " +
  "DATABASE_QUEUE_URL to a PostgreSQL server of your own.";

/**
 * Starts PostgreSQL on 127.0.0.1, or adopts the one that already runs on this folder and port.
 *
 * @param wish folder for data and password; port; `durable: false` for data that may be lost (tests);
 *   `account` to run under another account than the one chosen by itself
 * @returns the server with a superuser URL, or why there is none, in words for the operator
 */
export async function startServer(wish: ServerWish): Promise<StartedServer> {
  const found = findBinaries();
  if (!found.ok) return { ok: false, reason: found.reason, message: NO_PACKAGE };
  linkLibraries(found.packageFolder);
  const account = wish.account ?? chooseAccount();
  const place = placeCluster(account, found.packageFolder, wish.folder);
  const password = initCluster(place, account, wish.folder);
  const url = `postgres://postgres:${password}@127.0.0.1:${wish.port}/postgres`;
  const adopted = await settleLeftover(place.cluster, wish.port, url);
  if (adopted !== undefined) return { ok: true, server: serve(adopted, url, true) };
  return launch(wish, place, account, url);
}

/** Leaves either a server that answers on our port (its process number), or nothing on this cluster. */
async function settleLeftover(cluster: string, port: number, url: string): Promise<number | undefined> {
  const note = readPostmasterFile(cluster);
  if (!note) return undefined;
  if (ownsCluster(note.pid, cluster)) {
    if (note.port === port && (await answers(url, () => ownsCluster(note.pid, cluster)))) return note.pid;
    await endServer(note.pid);
  }
  rmSync(join(cluster, "postmaster.pid"), { force: true });
  return undefined;
}

async function launch(wish: ServerWish, place: Place, account: Account, url: string): Promise<StartedServer> {
  const log = join(wish.folder, "server.log");
  for (let attempt = 1; ; attempt += 1) {
    const pid = spawnServer(wish, place, account, log);
    if (pid !== undefined && (await answers(url, () => identifyProcess(pid) !== undefined))) {
      return { ok: true, server: serve(pid, url, false) };
    }
    if (pid !== undefined) await endServer(pid);
    const words = readFileSync(log, "utf8").trim();
    // The sessions of a server that was killed need a moment to notice and let go of its memory.
    if (attempt < 20 && /pre-existing shared memory|lock file/.test(words)) await sleep(250);
    else
      return { ok: false, reason: "failed", message: `PostgreSQL did not start. Its last words:\n${words}` };
  }
}

function spawnServer(wish: ServerWish, place: Place, account: Account, log: string): number | undefined {
  const settings = ["listen_addresses=127.0.0.1", `port=${wish.port}`, "unix_socket_directories="];
  settings.push("max_connections=200", "timezone=UTC", "log_timezone=UTC", "logging_collector=off");
  if (wish.durable === false) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  settings.push(...(wish.settings ?? []));
  const args = ["-D", place.cluster, ...settings.flatMap((setting) => ["-c", setting])];
  const { file, args: words, options } = commandAs(account, join(place.programs, "postgres"), args);
  const out = openSync(log, "w", 0o600);
  const child = spawn(file, words, {
    ...options,
    cwd: place.cluster,
    detached: true,
    stdio: ["ignore", out, out],
  });
  child.on("error", () => {});
  child.unref();
  closeSync(out);
  return child.pid;
}

/** Asks until the server answers (true), its process ends, or 30 s have gone by. */
async function answers(url: string, alive: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 30_000;
  while (alive() && Date.now() < deadline) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch {
      await sleep(40);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

function serve(pid: number, url: string, adopted: boolean): Server {
  const identity = identifyProcess(pid);
  const running = () => identity !== undefined && identifyProcess(pid) === identity;
  return { url, pid, adopted, running, stop: () => endServer(pid) };
}
