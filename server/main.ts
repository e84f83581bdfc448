import { captureConsole } from "@/lib/base/capture-console";
import { env } from "@/lib/base/env";
import { log, setLogLevel } from "@/lib/base/log";
import { orExit } from "@/lib/base/or-exit";
import { processNeeds } from "@/lib/base/process-needs";
import { shareActionsKey } from "@/lib/base/share-actions-key";

/** `npm run serve`: the door for people, as a process. Its stdout is one JSON object a line. */
const settings = orExit(() => env(...processNeeds.web));
setLogLevel(settings.LOG_LEVEL);
captureConsole();
shareActionsKey();
try {
  // Next.js is loaded once all of the above holds.
  const { serve } = await import("./serve");
  await serve({
    port: settings.PORT,
    address: settings.BIND_ADDRESS,
    noticeMs: settings.DRAIN_NOTICE_SECONDS * 1_000,
  });
} catch (error) {
  log("error", "web.failed-to-start", {
    message: error instanceof Error ? (error.message.split("\n")[0] ?? "") : "unknown",
  });
  process.exit(1);
}
process.send?.({ ready: true });
