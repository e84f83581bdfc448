import type { Run } from "./begin-run";
import { readTail } from "./read-tail";
import { StartError } from "./start-error";

/**
 * Runs a program that ends by itself (a migration, a build), as one of the run's processes.
 *
 * @param run the launcher's run
 * @param title what it is, for people
 * @param args arguments for Node.js
 * @param env its environment
 * @throws StartError with the last lines of its output when it fails
 */
export async function runStep(
  run: Run,
  title: string,
  args: string[],
  env: Record<string, string | undefined>,
): Promise<void> {
  const step = run.spawn({ name: "step", title, args, env, grace: 5000 });
  const code = await step.ended;
  run.forget(step);
  if (run.stopping) throw new StartError("Stopped.");
  if (code !== 0)
    throw new StartError(
      `${title} failed.\n${readTail(step.log, 30, step.logStart)}\nThe whole output: ${step.log}`,
    );
}
