import { readFileSync } from "node:fs";

const EVERY_MS = 50;

/** Follows the memory of this process's children: the most that one of them had resident, in bytes (Linux; else 0). */
export function watchChildren() {
  let most = 0;
  const look = setInterval(() => {
    for (const pid of childrenOf(process.pid)) most = Math.max(most, peakOf(pid));
  }, EVERY_MS);
  return {
    reset: () => {
      most = 0;
    },
    peak: () => most,
    end: () => clearInterval(look),
  };
}

function childrenOf(pid: number): string[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean);
}

/** The kernel's own high-water mark (proc(5), status), so that nothing between two looks is missed. */
function peakOf(pid: string): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1_024;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
