import { EnvError, env } from "./env";
import { followRequests } from "./follow-requests";
import { log, setLogLevel } from "./log";

/** Checks the environment before the first request; ends the process with exit code 1 when it is not usable. */
export function startWeb(): void {
  try {
    setLogLevel(env().LOG_LEVEL);
    followRequests();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    for (const problem of error.problems) process.stderr.write(`${problem}\n`);
    process.exit(1);
  }
  log("info", "web.ready");
}
