import { EnvError } from "./env";

/** What `read` reads from the environment; or one clear line on stderr for each problem, and exit code 1. */
export function orExit<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    for (const problem of error.problems) process.stderr.write(`${problem}\n`);
    process.exit(1);
  }
}
