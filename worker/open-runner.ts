import { Logger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { log } from "@/lib/base/log";
import { performJob } from "./perform-job";
import { jobNames } from "./tasks";

const CONCURRENCY = 4;

const taskList: TaskList = Object.fromEntries(
  jobNames.map((name) => [
    name,
    async (payload, { job, getQueueName }) => {
      const queue = (await getQueueName()) ?? null;
      await performJob({ id: String(job.id), name, payload, key: job.key ?? name, queue });
    },
  ]),
);

/** Failed jobs are told of by performJob; what is left here is trouble of the runner itself. */
export const runnerLogger = new Logger(() => (level, message) => {
  const isJob = message.startsWith("Failed task");
  if (level === "error" && !isJob) log("error", "runner.error", { message: message.split("\n")[0] ?? "" });
});

/**
 * Opens a job runner with its loops.
 * @param events hears of the loops' names and of the ends they come to
 * @param onList asked before each job is taken, and awaited: a job locked under a name that is on no list would be
 *   nobody's to take over
 */
export function openRunner(
  connectionString: string,
  events: WorkerEvents,
  onList: () => Promise<void>,
): Promise<Runner> {
  return run({
    connectionString,
    taskList,
    events,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    // None is forbidden.
    forbiddenFlags: () => onList().then(() => null),
    logger: runnerLogger,
  });
}
