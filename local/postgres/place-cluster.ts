import { createHash } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Account } from "./choose-account";

export type Place = { programs: string; cluster: string };

/** Where another user can reach what root keeps to itself. Survives a restart of the computer. */
const SHARED = "/var/tmp";

/**
 * Says where PostgreSQL's programs and its cluster (the data) lie, and makes both reachable for the
 * account: under another user's account, programs and data go to /var/tmp, because folders such as /root
 * and our own data folder are closed to that user.
 *
 * @param account who runs PostgreSQL
 * @param packageFolder folder of the platform package
 * @param folder the folder asked for
 */
export function placeCluster(account: Account, packageFolder: string, folder: string): Place {
  if (account.kind !== "user") {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const cluster = join(folder, "data");
    giveTo(cluster, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
    return { programs: join(packageFolder, "native", "bin"), cluster };
  }
  const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16);
  const home = join(SHARED, `analystick-${name}`);
  openTo(home, account);
  const cluster = join(home, "data");
  giveTo(cluster, account.uid, account.gid);
  return { programs: join(copyPrograms(packageFolder, home, account), "bin"), cluster };
}

function openTo(home: string, account: { uid: number; gid: number }): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const found = lstatSync(home);
  if (!found.isDirectory() || (found.uid !== account.uid && found.uid !== 0)) {
    throw new Error(`${home} belongs to somebody else. Remove it, or set DATABASE_URL.`);
  }
  chownSync(home, account.uid, account.gid);
}

function copyPrograms(packageFolder: string, home: string, account: { uid: number; gid: number }): string {
  const copy = join(home, `programs-${basename(dirname(packageFolder))}-${versionOf(packageFolder)}`);
  if (!existsSync(copy)) {
    const half = `${copy}.half`;
    rmSync(half, { recursive: true, force: true });
    cpSync(join(packageFolder, "native"), half, { recursive: true, verbatimSymlinks: true });
    giveTo(half, account.uid, account.gid);
    renameSync(half, copy);
  }
  return copy;
}

function versionOf(packageFolder: string): string {
  return String(Math.trunc(lstatSync(join(packageFolder, "package.json")).mtimeMs));
}

/** Root only: a cluster made under another account changes hands. */
function giveTo(path: string, uid: number, gid: number): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || process.getuid?.() !== 0 || found.uid === uid) return;
  const walk = (entry: string, isFolder: boolean): void => {
    if (isFolder) {
      for (const child of readdirSync(entry, { withFileTypes: true })) {
        if (!child.isSymbolicLink()) walk(join(entry, child.name), child.isDirectory());
      }
    }
    chownSync(entry, uid, gid);
  };
  walk(path, found.isDirectory());
}
