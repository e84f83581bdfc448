import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endProcess } from "./end-process";
import { identifyProcess } from "./identify-process";
import { readRecord } from "./record-process";

/** In the order in which services stop: whoever needs another goes first. */
export const STOP_ORDER = ["step", "web", "worker", "mailbox", "auth0", "postgres"];

/**
 * Ends what an earlier launcher left behind on this data folder. Only processes whose number and start time
 * both match their note are touched.
 *
 * @param home data folder of the local set-up
 * @returns names of the services that were still running
 */
export async function endLeftovers(home: string): Promise<string[]> {
  const folder = join(home, "run");
  if (!existsSync(folder)) return [];
  const rank = (file: string) => STOP_ORDER.indexOf(file.replace(/\.json$/, ""));
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "launcher.json");
  const ended: string[] = [];
  for (const file of files.sort((a, b) => rank(a) - rank(b))) {
    const record = readRecord(join(folder, file));
    if (record && identifyProcess(record.pid) === record.identity) {
      await endProcess(record.pid, record.identity, 15_000);
      ended.push(record.name);
    }
    rmSync(join(folder, file), { force: true });
  }
  return ended;
}
