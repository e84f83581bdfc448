import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { env } from "@/lib/base/env";
import { AnswerCache } from "./answer-cache";
import type { AnalyticsEngine } from "./engine/analytics-engine";
import { createEngine } from "./engine/create-engine";

type Here = { engine: AnalyticsEngine; cache: AnswerCache };

const RUNNING_EACH = 2;
const WAITING_EACH = 20;

/** The engine of this process, started at the first question. A reload in development keeps it. */
export function engineHere(): Here {
  const scope: typeof globalThis & { analystickEngine?: Here } = globalThis;
  scope.analystickEngine ??= start();
  return scope.analystickEngine;
}

function start(): Here {
  const { DATA_DIR, ANALYTICS_MEMORY_MEGABYTES } = env();
  const engine = createEngine(
    {
      children: availableParallelism(),
      running: RUNNING_EACH,
      waiting: WAITING_EACH,
      memoryMegabytes: ANALYTICS_MEMORY_MEGABYTES,
      killMegabytes: Math.round(ANALYTICS_MEMORY_MEGABYTES * 1.5),
    },
    (file) => resolve(DATA_DIR, file),
  );
  return { engine, cache: new AnswerCache() };
}
