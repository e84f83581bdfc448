import { EventEmitter } from "node:events";
import { makeWorkerUtils, type Runner, type WorkerEvents } from "graphile-worker";
import { log } from "@/lib/base/log";
import { openRunner, runnerLogger } from "./open-runner";

/** A job runner that is opened anew when the database went away under its jobs. */
export type KeptRunner = {
  /** The names under which it locks jobs, one for each of its loops. */
  names: () => string[];
  /** Frees jobs that other names left locked. */
  unlock: (names: string[]) => Promise<void>;
  /** Opens it anew if a loop of it broke. */
  mend: () => Promise<void>;
  /** Lets jobs under way finish, however long they take. */
  stop: () => Promise<void>;
  /** Rejects when it ends without having been told to. */
  ended: Promise<never>;
};

/**
 * Opens the job runner and keeps it going. When the database goes away between a job's work and its completion, 0.16.6
 * ends that loop for good and leaves its job locked for four hours.
 * @param enlist puts names on the list of living workers; no job is taken under a name that is not on it
 */
export async function keepRunner(
  connectionString: string,
  enlist: (names: string[]) => Promise<void>,
): Promise<KeptRunner> {
  const utils = await makeWorkerUtils({ connectionString, logger: runnerLogger });
  const names = new Set<string>();
  let [runner, isBroken, isStopping]: [Runner | undefined, boolean, boolean] = [undefined, false, false];
  let fail: (error: Error) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => names.add(worker.workerId));
  events.on("worker:fatalError", () => {
    isBroken = true;
  });
  const open = async () => {
    let listed: Promise<void> | undefined;
    // The loops ask while they are made; a moment later all their names are known.
    const onList = () => {
      listed ??= Promise.resolve().then(() => enlist([...names]));
      listed.catch(() => {
        listed = undefined;
      });
      return listed;
    };
    const opened = await openRunner(connectionString, events, onList);
    runner = opened;
    const tell = () => {
      if (runner === opened && !isStopping && !isBroken) fail(new Error("the job runner ended by itself"));
    };
    opened.promise.then(tell, tell);
  };
  const mend = async () => {
    if (!isBroken) return;
    log("warn", "worker.begins-anew");
    await runner?.stop().catch(() => {});
    await utils.forceUnlockWorkers([...names]);
    names.clear();
    await open();
    isBroken = false;
  };
  const stop = async () => {
    isStopping = true;
    await runner?.stop();
    await utils.release();
  };
  await open();
  return { names: () => [...names], unlock: (gone) => utils.forceUnlockWorkers(gone), mend, stop, ended };
}
