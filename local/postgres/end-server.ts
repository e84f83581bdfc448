import { setTimeout as sleep } from "node:timers/promises";
import { identifyProcess } from "../launcher/identify-process";

/**
 * Ends a PostgreSQL server: first "fast" (sessions are cut, the data is written), after 10 s "immediate",
 * after 15 s by force ("Shutting Down the Server" in PostgreSQL's manual; SIGINT, SIGQUIT, SIGKILL).
 *
 * @param pid process number of the server
 */
export async function endServer(pid: number): Promise<void> {
  const identity = identifyProcess(pid);
  const began = Date.now();
  const steps: [number, NodeJS.Signals][] = [
    [0, "SIGINT"],
    [10_000, "SIGQUIT"],
    [15_000, "SIGKILL"],
  ];
  while (identity !== undefined && identifyProcess(pid) === identity) {
    const next = steps[0];
    if (next && Date.now() - began >= next[0]) {
      steps.shift();
      signal(pid, next[1]);
    }
    await sleep(20);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}
