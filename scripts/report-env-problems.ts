import { EnvError, env } from "@/lib/base/env";
import type { Env } from "@/lib/base/env-schema";

/** The environment, or one clear line on stderr for each problem and exit code 1. */
export function reportEnvProblems<Name extends keyof Env>(
  needed: Name[] = [],
): Env & { [N in Name]-?: NonNullable<Env[N]> } {
  try {
    return env(...needed);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    for (const problem of error.problems) console.error(problem);
    process.exit(1);
  }
}
