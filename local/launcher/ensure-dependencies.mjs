import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";

const STAMP = "node_modules/.analystick-installed";

/**
 * Runs `npm ci` in the current folder unless node_modules holds what package-lock.json asks for, and says so.
 *
 * Proof is either our own stamp, written after a successful install, or npm's record of what it installed
 * (node_modules/.package-lock.json), which npm writes last: an install that was cut short has neither.
 * Ends the process when the install fails.
 *
 * @param {boolean} development whether packages that only development needs must be there too
 */
export function ensureDependencies(development) {
  const lock = readFileSync("package-lock.json", "utf8");
  const wanted = createHash("sha256")
    .update(`${process.platform} ${process.arch} ${development} ${lock}`)
    .digest("hex");
  if (read(STAMP) === wanted && read("node_modules/.package-lock.json") !== undefined) return;
  if (!recordMatches(JSON.parse(lock), development)) install();
  leaveStamp(wanted);
}

/** Installed by another user, the folder may be closed to us; the record is compared at each start then. */
function leaveStamp(wanted) {
  try {
    writeFileSync(STAMP, wanted);
  } catch {
    // Nothing depends on it but a few milliseconds.
  }
}

function recordMatches(lock, development) {
  const record = read("node_modules/.package-lock.json");
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages ?? {};
  return Object.entries(lock.packages ?? {}).every(
    ([path, entry]) => !isNeeded(path, entry, development) || installed[path]?.version === entry.version,
  );
}

/** Whether an entry of the lock file must be installed on this computer. */
function isNeeded(path, entry, development) {
  if (path === "" || (entry.dev && !development)) return false;
  if (!entry.optional) return true;
  const fits = (list, value) => Array.isArray(list) && list.includes(value);
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && !entry.libc;
}

function install() {
  const began = Date.now();
  console.log(
    "Installing what Analystick needs (npm ci; about a minute, only when the lock file changed) ...",
  );
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [file, words] = npm ? [process.execPath, [npm, ...args]] : ["npm", args];
  const done = spawnSync(file, words, { stdio: "inherit", shell: !npm && process.platform === "win32" });
  if (done.status !== 0) {
    console.error(
      "npm could not install the dependencies. See its message above, then run the command again.",
    );
    process.exit(1);
  }
  console.log(`Installed in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
