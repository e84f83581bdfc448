import { log } from "@/lib/base/log";

/**
 * Does something again and again, never twice at once. Trouble is logged when it begins and when it is over, not
 * each time.
 * @param what prefix of the log's events, such as `worker.beat`
 */
export function repeat(what: string, everyMs: number, work: () => Promise<void>): { stop: () => void } {
  let [busy, failing] = [false, false];
  const turn = async () => {
    if (busy) return;
    busy = true;
    try {
      await work();
      if (failing) log("info", `${what}-works-again`);
      failing = false;
    } catch (error) {
      if (!failing)
        log("error", `${what}-failed`, { message: error instanceof Error ? error.message : "unknown" });
      failing = true;
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void turn(), everyMs);
  return { stop: () => clearInterval(timer) };
}
