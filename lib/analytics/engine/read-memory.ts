import { readFile } from "node:fs/promises";

const PAGE_BYTES = 4_096;

/** Resident bytes of a process (proc(5), statm); null where the system does not say, or when the process is gone. */
export async function readMemory(pid: number): Promise<number | null> {
  const statm = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => null);
  const pages = Number(statm?.split(" ")[1]);
  return Number.isFinite(pages) && statm !== null ? pages * PAGE_BYTES : null;
}
