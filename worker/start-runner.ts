import { inMachinery } from "@/db/in-machinery";
import { holdLifeline } from "@/db/lifeline";
import { beat, removeDead, removeRunner } from "@/db/runners";
import { MINUTE_MS, SECOND_MS } from "@/lib/base/clock";
import { env } from "@/lib/base/env";
import { newId } from "@/lib/base/ids";
import { log } from "@/lib/base/log";
import { keepRunner } from "./keep-runner";
import { lookAtCalendar } from "./look-at-calendar";
import { repeat } from "./repeat";
import { sweep } from "./sweep";

const BEAT_MS = 2_000;
const SWEEP_MS = 10 * MINUTE_MS;
const CALENDAR_MS = 30 * SECOND_MS;

/** The running worker; `stop` lets jobs under way finish. `ended` rejects if it ends without having been told to. */
export type StartedRunner = { stop: () => Promise<void>; ended: Promise<never> };

/** Starts taking jobs, and takes over the jobs of worker processes that died. */
export async function startRunner(): Promise<StartedRunner> {
  const id = newId();
  const lifeline = await holdLifeline(id);
  const runner = await keepRunner(env("DATABASE_QUEUE_URL").DATABASE_QUEUE_URL, (names) =>
    inMachinery((tx) => beat(tx, id, names)),
  );
  const tick = async () => {
    await lifeline.renew();
    const dead = await inMachinery(async (tx) => {
      await beat(tx, id, runner.names());
      return removeDead(tx);
    });
    if (dead.length > 0) {
      log("warn", "worker.takes-over", { workers: dead.length });
      await runner.unlock(dead);
    }
    await runner.mend();
  };
  await tick();
  const beats = repeat("worker.beat", BEAT_MS, tick);
  const sweeps = repeat("worker.sweep", SWEEP_MS, sweep);
  const calendar = repeat("worker.calendar", CALENDAR_MS, lookAtCalendar);
  const stop = async () => {
    for (const each of [beats, sweeps, calendar]) each.stop();
    await runner.stop();
    await inMachinery((tx) => removeRunner(tx, id));
    await lifeline.cut();
  };
  return { stop, ended: runner.ended };
}
