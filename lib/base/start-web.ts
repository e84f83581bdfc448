import { env } from "./env";
import { followRequests } from "./follow-requests";
import { log, setLogLevel } from "./log";
import { orExit } from "./or-exit";
import { processNeeds } from "./process-needs";

/** Checks the environment before the first request; ends the process with exit code 1 when it is not usable. */
export function startWeb(): void {
  setLogLevel(orExit(() => env(...processNeeds.web)).LOG_LEVEL);
  followRequests();
  log("info", "web.ready");
}
