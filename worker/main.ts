import { captureConsole } from "@/lib/base/capture-console";
import { env } from "@/lib/base/env";
import { log, setLogLevel } from "@/lib/base/log";
import { orExit } from "@/lib/base/or-exit";
import { processNeeds } from "@/lib/base/process-needs";
import { endOnBug } from "./end-on-bug";

/** `npm run worker`: the door for time, as a process. Its stdout is one JSON object a line. */
setLogLevel(orExit(() => env(...processNeeds.worker)).LOG_LEVEL);
captureConsole();
endOnBug();
try {
  // The stations are loaded once all of the above holds.
  const { work } = await import("./work");
  await work();
} catch (error) {
  log("error", "worker.failed", { message: error instanceof Error ? error.message : "unknown" });
  process.exit(1);
}
