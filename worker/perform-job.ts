import { enqueue } from "@/db/enqueue";
import { inPlatform } from "@/db/in-platform";
import type { JobName } from "@/db/jobs";
import { jobs } from "@/db/jobs";
import { mintPlatformScope } from "@/db/mint-scope";
import type { PlatformScope } from "@/db/scope";
import { now } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import { withLogFacts } from "@/lib/base/log-context";
import { redact } from "@/lib/base/redact";
import { retryDelay } from "./retry-delay";
import { runStation } from "./tasks";

/** A job as the runner claimed it. */
export type ClaimedJob = { id: string; name: JobName; payload: unknown; key: string; queue: string | null };

/** Runs one claimed job; every line that is logged meanwhile says which job it was, and for which tenant. */
export function performJob(job: ClaimedJob): Promise<void> {
  const facts = { jobId: job.id, actor: `job:${job.name}`, tenantId: tenantOf(job.payload) };
  return withLogFacts(facts, () => perform(job));
}

/**
 * Runs one claimed job: schema, scope, station. A station that asks to be run again gets a new job under the same
 * key; a station that throws is a bug and is left to the runner's own back-off.
 */
async function perform(job: ClaimedJob): Promise<void> {
  const scope = mintPlatformScope({ kind: "job", name: job.name });
  const startedAt = performance.now();
  const outcome = await runStation(job.name, scope, job.payload, triesOf(job.payload)).catch(
    (error: unknown) => reportBug(job, error),
  );
  const ms = Math.round(performance.now() - startedAt);
  if (!outcome.ok) {
    const tries = triesOf(job.payload) + 1;
    const delayMs = retryDelay(outcome.retryAfterMs, tries);
    log("info", "job.waits", { job: job.name, key: job.key, tries, delayMs, ms });
    return runLater(scope, job, delayMs, tries);
  }
  log("debug", "job.done", { job: job.name, key: job.key, ms });
  if (outcome.againAfterMs !== undefined) await runLater(scope, job, retryDelay(outcome.againAfterMs, 0), 0);
}

/** The runner stores and prints what is thrown: say what broke, without the values that it broke on. */
function reportBug(job: ClaimedJob, error: unknown): never {
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const summary =
    root instanceof Error ? `${root.name}: ${redact(root.message.split("\n")[0] ?? "")}` : "unknown";
  const where =
    error instanceof Error ? (error.stack?.match(/\/((?:lib|db|worker)\/[^)\n]+)/)?.[1] ?? null) : null;
  log("error", "job.failed", { job: job.name, key: job.key, error: summary, where });
  throw new Error(summary);
}

async function runLater(
  scope: PlatformScope,
  job: ClaimedJob,
  delayMs: number,
  tries: number,
): Promise<void> {
  const { id, name, key, queue } = job;
  const runAt = new Date(now().getTime() + delayMs);
  const payload = jobs[name].parse(job.payload);
  await inPlatform(scope, (tx) => enqueue(tx, name, payload, { key, queue, runAt, tries, after: id }));
}

/** Undefined for work that is about no one tenant, such as a batch. */
function tenantOf(payload: unknown): string | undefined {
  if (typeof payload !== "object" || payload === null || !("tenantId" in payload)) return undefined;
  return typeof payload.tenantId === "string" ? payload.tenantId : undefined;
}

function triesOf(payload: unknown): number {
  return typeof payload === "object" && payload !== null && "tries" in payload
    ? Number(payload.tries) || 0
    : 0;
}
