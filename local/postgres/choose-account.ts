import { execFileSync, spawnSync } from "node:child_process";

export type Account =
  | { kind: "self" }
  | { kind: "namespace" }
  | { kind: "user"; name: string; uid: number; gid: number };

/** The user number that root appears as inside its own user namespace: `nobody`. */
export const NOBODY = 65534;

/**
 * Chooses who runs PostgreSQL's programs, which refuse to run as root.
 *
 * Not root: ourselves. Root: a user namespace in which we appear as `nobody`, so files keep their owner
 * and folders closed to others stay reachable (unshare(1)). Where namespaces are forbidden: the system's
 * `postgres` or `nobody` user.
 *
 * @param namespaces false leaves namespaces out, as on a system that forbids them
 * @throws Error when we are root and the system has neither namespaces nor one of the two users
 */
export function chooseAccount(namespaces = true): Account {
  if (process.getuid?.() !== 0) return { kind: "self" };
  if (namespaces && namespaceWorks()) return { kind: "namespace" };
  for (const name of ["postgres", "nobody"]) {
    const uid = askId("-u", name);
    const gid = askId("-g", name);
    if (uid !== undefined && gid !== undefined) return { kind: "user", name, uid, gid };
  }
  throw new Error(
    "PostgreSQL can't run as root here: the system has neither user namespaces nor a `postgres` or `nobody` " +
      "user. Start as another user, or set DATABASE_URL to a PostgreSQL server of your own.",
  );
}

function namespaceWorks(): boolean {
  const probe = spawnSync("unshare", ["--user", `--map-user=${NOBODY}`, "id", "-u"], { timeout: 5000 });
  return probe.status === 0 && probe.stdout.toString().trim() === String(NOBODY);
}

function askId(flag: "-u" | "-g", name: string): number | undefined {
  try {
    const answer = execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] });
    return Number.parseInt(answer.toString(), 10);
  } catch {
    return undefined;
  }
}
