import type { Clock } from "../clock";
import type { Settings } from "../settings";
import type { Database } from "../store/connect";
import { runImport } from "./run-import";

const RETRY_MS = 1_000;

export interface ImportRunner {
  /** Looks for due jobs now: after a submission, a start, or when the clock was moved. */
  wake(): void;
  /** Lets the next `times` submitted jobs wait until they are finished by hand. */
  holdNext(times: number): void;
  /** Whether the job being submitted is one of those. */
  takeHold(): boolean;
  stop(): Promise<void>;
}

/** Runs pending import jobs one after the other, in the order of submission, each after the configured delay. */
export function createImportRunner(db: Database, clock: Clock, settings: Settings): ImportRunner {
  let holds = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const wake = (): void => {
    clearTimeout(timer);
    running = running.then(runDueJobs).catch((error: unknown) => {
      console.error("local auth0: an import job will be tried again:", error);
      timer = setTimeout(wake, RETRY_MS);
    });
  };
  const runDueJobs = async (): Promise<void> => {
    while (!stopped) {
      const job = await firstJob(db);
      if (!job) return;
      const waitMs = job.created_at.getTime() + settings.jobDelayMs - clock.now().getTime();
      if (waitMs > 0) {
        // A clock that was moved back must not make the job wait for hours.
        timer = setTimeout(wake, Math.min(waitMs, settings.jobDelayMs));
        return;
      }
      await runImport(db, clock, job.id);
    }
  };
  return {
    wake,
    holdNext: (times) => {
      holds = times;
    },
    takeHold: () => {
      const held = holds > 0;
      holds = Math.max(0, holds - 1);
      return held;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
  };
}

async function firstJob(db: Database): Promise<{ id: string; created_at: Date } | undefined> {
  const [job] = await db<{ id: string; created_at: Date }[]>`
    select id, created_at from import_jobs
    where status = 'pending' and not held order by sequence limit 1`;
  return job;
}
