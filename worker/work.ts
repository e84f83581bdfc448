import { disconnect } from "@/db/connect";
import { beginDraining } from "@/lib/base/draining";
import { log } from "@/lib/base/log";
import { closeMail } from "@/lib/mail/send";
import { awaitDatabase } from "./await-database";
import { type StartedRunner, startRunner } from "./start-runner";

/** Orchestrators send SIGKILL after ten seconds. */
const DEADLINE_MS = 9_500;

/**
 * Takes jobs from the queue until told to stop: then takes no more, finishes those under way, and exits 0.
 * @throws when the job runner ends by itself
 */
export async function work(): Promise<void> {
  let runner: StartedRunner | undefined;
  let stopping = false;
  const stop = async (why: string) => {
    if (stopping) return;
    stopping = true;
    const began = performance.now();
    log("info", "worker.drains", { why });
    beginDraining();
    // A job that takes longer is another worker's: its lock ends with the lifeline of this process.
    setTimeout(() => {
      log("warn", "worker.leaves-jobs");
      process.exit(0);
    }, DEADLINE_MS);
    await runner?.stop();
    await closeMail();
    await disconnect();
    log("info", "worker.stopped", { ms: Math.round(performance.now() - began) });
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
  // Started by a launcher that is gone: nothing of it stays behind.
  process.on("disconnect", () => void stop("disconnect"));
  await awaitDatabase();
  if (stopping) return;
  runner = await startRunner();
  log("info", "worker.ready");
  process.send?.({ ready: true });
  await runner.ended;
}
