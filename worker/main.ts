import { disconnect } from "@/db/connect";
import { EnvError, env } from "@/lib/base/env";
import { log, setLogLevel } from "@/lib/base/log";
import { closeMail } from "@/lib/mail/send";
import { startRunner } from "./start-runner";

/** The door for time: takes jobs from the queue until told to stop. */
async function main(): Promise<void> {
  setLogLevel(env("DATABASE_QUEUE_URL").LOG_LEVEL);
  const runner = await startRunner();
  let stopping = false;
  const stop = async (why: string) => {
    if (stopping) return;
    stopping = true;
    log("info", "worker.stops", { why });
    await runner.stop();
    await closeMail();
    await disconnect();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(signal));
  // Started by a launcher that is gone: nothing of it stays behind.
  process.on("disconnect", () => stop("disconnect"));
  log("info", "worker.ready");
  process.send?.({ ready: true });
  await runner.ended;
}

try {
  await main();
} catch (error) {
  if (error instanceof EnvError) for (const problem of error.problems) process.stderr.write(`${problem}\n`);
  else log("error", "worker.failed", { message: error instanceof Error ? error.message : "unknown" });
  process.exit(1);
}
