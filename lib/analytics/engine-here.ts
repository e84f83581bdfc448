import { availableParallelism } from "node:os";
import { env } from "@/lib/base/env";
import { AnswerCache } from "./answer-cache";
import type { AnalyticsEngine } from "./engine/analytics-engine";
import { createEngine } from "./engine/create-engine";
import { storeHere } from "./store-here";

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
  const { ANALYTICS_MEMORY_MEGABYTES } = env();
  const engine = createEngine(
    {
      children: availableParallelism(),
      running: RUNNING_EACH,
      waiting: WAITING_EACH,
      memoryMegabytes: ANALYTICS_MEMORY_MEGABYTES,
      killMegabytes: Math.round(ANALYTICS_MEMORY_MEGABYTES * 1.5),
    },
    (file) => storeHere().locate(file),
  );
  return { engine, cache: new AnswerCache() };
}
