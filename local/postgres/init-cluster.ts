import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Account } from "./choose-account";
import { commandAs } from "./command-as";
import type { Place } from "./place-cluster";

/**
 * Makes the cluster unless it is there, with a random superuser password, and returns that password.
 *
 * initdb writes beside the final place and the result is renamed, so one that was cut short is begun anew.
 *
 * @param place from `placeCluster`
 * @param account who runs initdb
 * @param folder the folder that keeps the password (0600)
 * @throws Error with initdb's own words when it fails, or when the password of an existing cluster is lost
 */
export function initCluster(place: Place, account: Account, folder: string): string {
  const passwordFile = join(folder, "superuser-password");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(join(place.cluster, "PG_VERSION"))) {
    if (existsSync(passwordFile)) return readFileSync(passwordFile, "utf8").trim();
    throw new Error(
      `${passwordFile} is missing: the database can't be opened. Remove ${place.cluster} to begin anew.`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  runInitdb(place, account, password);
  return password;
}

function runInitdb(place: Place, account: Account, password: string): void {
  const half = `${place.cluster}.half`;
  rmSync(half, { recursive: true, force: true });
  const note = join(dirname(place.cluster), "initdb-password");
  writeFileSync(note, password, { mode: 0o600 });
  if (account.kind === "user") chownSync(note, account.uid, account.gid);
  const args = ["--pgdata", half, "--pwfile", note, "--username=postgres", "--auth=scram-sha-256"];
  args.push("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
  args.push("--no-instructions");
  const { file, args: words, options } = commandAs(account, join(place.programs, "initdb"), args);
  const done = spawnSync(file, words, { ...options, cwd: dirname(place.cluster), encoding: "utf8" });
  rmSync(note, { force: true });
  if (done.status !== 0) {
    throw new Error(
      `initdb could not make the database: ${done.error?.message ?? String(done.stderr).trim()}`,
    );
  }
  renameSync(half, place.cluster);
}
