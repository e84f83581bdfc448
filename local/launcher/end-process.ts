import { setTimeout as sleep } from "node:timers/promises";
import { identifyProcess } from "./identify-process";
import { signalGroup } from "./signal-group";

/**
 * Ends a process group: politely, and after its grace by force. A process that isn't the one we know
 * any more is left alone.
 *
 * @param pid the leader's process number
 * @param identity from `identifyProcess` when the process was ours
 * @param grace milliseconds between the two
 */
export async function endProcess(pid: number, identity: string, grace: number): Promise<void> {
  if (identifyProcess(pid) !== identity) return;
  signalGroup(pid, "SIGTERM");
  let force = Date.now() + grace;
  while (identifyProcess(pid) === identity) {
    if (Date.now() >= force) {
      signalGroup(pid, "SIGKILL");
      force = Date.now() + 1000;
    }
    await sleep(15);
  }
  signalGroup(pid, "SIGKILL");
}
