import { EventEmitter } from "node:events";
import { Logger, makeWorkerUtils, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { inMachinery } from "@/db/in-machinery";
import { holdLifeline } from "@/db/lifeline";
import { beat, removeDead, removeRunner } from "@/db/runners";
import { MINUTE_MS, SECOND_MS } from "@/lib/base/clock";
import { env } from "@/lib/base/env";
import { newId } from "@/lib/base/ids";
import { log } from "@/lib/base/log";
import { lookAtCalendar } from "./look-at-calendar";
import { performJob } from "./perform-job";
import { sweep } from "./sweep";
import { jobNames } from "./tasks";

const CONCURRENCY = 4;
const BEAT_MS = 2_000;
const SWEEP_MS = 10 * MINUTE_MS;
const CALENDAR_MS = 30 * SECOND_MS;

/** The running worker; `stop` lets jobs under way finish. */
export type StartedRunner = { stop: () => Promise<void>; ended: Promise<void> };

/** Starts taking jobs, and takes over the jobs of worker processes that died. */
export async function startRunner(): Promise<StartedRunner> {
  const connectionString = env("DATABASE_QUEUE_URL").DATABASE_QUEUE_URL;
  const id = newId();
  const lifeline = await holdLifeline(id);
  const utils = await makeWorkerUtils({ connectionString });
  const workerIds = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => workerIds.add(worker.workerId));
  const tick = async () => {
    await lifeline.renew();
    const dead = await inMachinery(async (tx) => {
      await beat(tx, id, [...workerIds]);
      return removeDead(tx);
    });
    if (dead.length === 0) return;
    log("warn", "worker.takes-over", { workers: dead.length });
    await utils.forceUnlockWorkers(dead);
  };
  let listed: () => void = () => {};
  const onList = new Promise<void>((resolve) => {
    listed = resolve;
  });
  const runner = await start(connectionString, events, onList);
  await tick();
  listed();
  const timer = setInterval(() => tick().catch((error) => logTrouble("worker.beat-failed", error)), BEAT_MS);
  const broom = setInterval(
    () => sweep().catch((error) => logTrouble("worker.sweep-failed", error)),
    SWEEP_MS,
  );
  const calendar = setInterval(
    () => lookAtCalendar().catch((error) => logTrouble("worker.calendar-failed", error)),
    CALENDAR_MS,
  );
  const stop = async () => {
    for (const each of [timer, broom, calendar]) clearInterval(each);
    await runner.stop();
    await utils.release();
    await inMachinery((tx) => removeRunner(tx, id));
    await lifeline.cut();
  };
  return { stop, ended: runner.promise };
}

/** @param onList no job is taken before it: a job locked under a name that is on no list would be nobody's to take over */
function start(connectionString: string, events: WorkerEvents, onList: Promise<void>): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    jobNames.map((name) => [
      name,
      async (payload, { job, getQueueName }) => {
        const queue = (await getQueueName()) ?? null;
        await performJob({ name, payload, key: job.key ?? name, queue });
      },
    ]),
  );
  // 0.16.6 gives jobs under way up to this long on stop, then releases them to others.
  return run({
    connectionString,
    taskList,
    events,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    // Asked for before each job is taken; none is forbidden.
    forbiddenFlags: () => onList.then(() => null),
    gracefulShutdownAbortTimeout: 8_000,
    // Failed jobs are told of by performJob; what is left here is trouble of the runner itself.
    logger: new Logger(() => (level, message) => {
      const isJob = message.startsWith("Failed task");
      if (level === "error" && !isJob)
        log("error", "runner.error", { message: message.split("\n")[0] ?? "" });
    }),
  });
}

function logTrouble(event: string, error: unknown): void {
  log("error", event, { message: error instanceof Error ? error.message : "unknown" });
}
