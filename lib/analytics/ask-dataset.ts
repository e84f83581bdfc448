import { type Askable, type DatasetColumn, readAskable } from "@/db/dataset-columns";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { env } from "@/lib/base/env";
import { isId } from "@/lib/base/ids";
import { log } from "@/lib/base/log";
import type { Answer } from "./answer";
import { checkSpec, type SpecProblem } from "./check-spec";
import { compile } from "./compile/compile";
import { duckdb } from "./compile/dialect";
import type { Unanswered } from "./engine/analytics-engine";
import { engineHere } from "./engine-here";
import { layOut } from "./lay-out";
import { MOST_ROWS, type Spec } from "./spec";

export type { Askable, DatasetColumn };

export type Asked =
  | { ok: true; answer: Answer }
  | { ok: false; reason: "bad-question"; problems: SpecProblem[] }
  | Unanswered;

/** A dataset that the caller may ask, as it is at this moment. Null for ids of others, missing ones and empty ones. */
export async function openDataset(caller: TenantCaller, datasetId: string): Promise<Askable | null> {
  if (!may(caller.role, "open-analytics") || !isId(datasetId)) return null;
  return inTenant(caller.scope, (tx) => readAskable(tx, datasetId));
}

/**
 * Answers a question about a dataset that was opened for this caller in this request.
 * @param signal aborted when nobody waits for the answer any more
 */
export async function askDataset(
  caller: TenantCaller,
  dataset: Askable,
  spec: Spec,
  signal?: AbortSignal,
): Promise<Asked> {
  const problems = checkSpec(spec, dataset.columns);
  if (problems.length > 0) return { ok: false, reason: "bad-question", problems };
  const { sql, params } = compile(spec, dataset.columns, duckdb);
  const { engine, cache } = engineHere();
  const key = JSON.stringify([dataset.file, sql, params]);
  const kept = cache.get(key);
  if (kept !== undefined) return { ok: true, answer: layOut(spec, dataset.columns, kept) };
  const began = performance.now();
  const answered = await engine.query({
    owner: caller.scope.tenantId,
    file: dataset.file,
    sql,
    params,
    deadlineMs: env().ANALYTICS_QUERY_SECONDS * 1_000,
    maxRows: MOST_ROWS + 1,
    ...(signal === undefined ? {} : { signal }),
  });
  const ms = Math.round(performance.now() - began);
  if (!answered.ok) {
    log(answered.reason === "broken" ? "error" : "info", "analytics.unanswered", {
      reason: answered.reason,
      ms,
    });
    return answered;
  }
  log("debug", "analytics.answered", { ms, rows: answered.rows.length });
  cache.put(key, answered.rows);
  return { ok: true, answer: layOut(spec, dataset.columns, answered.rows) };
}
