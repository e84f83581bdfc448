import { setTimeout as sleep } from "node:timers/promises";
import { ManagementError, ManagementTimeoutError } from "auth0";
import { drainBucket, takeCall } from "@/db/auth0-budget";
import { inMachinery } from "@/db/in-machinery";
import { env } from "@/lib/base/env";
import { log } from "@/lib/base/log";
import type { OutsideFailure } from "@/lib/base/result";
import { refuseInTransaction } from "@/lib/base/transaction-span";
import { bucketFor, type CallGroup } from "./rate-plan";

/**
 * - `busy`: no call is free, or Auth0 said 429. - `unreachable`: no answer, a 5xx, or an answer lost after the
 * fact: the call may or may not have happened; or the portal's own credentials or scopes are wrong. - `refused`: Auth0 will not do this. - `not-found`: no such thing.
 */
export type Auth0Failure = OutsideFailure<"busy" | "unreachable" | "refused" | "not-found"> & {
  detail: string;
};

type Call = {
  /** A stable word for the log. */
  name: string;
  group: CallGroup;
  /** A person is waiting: may use the reserve. */
  urgent: boolean;
};

const TOO_MANY_JOBS = "two import jobs are active";
const JOB_SLOT_MS = 5_000;
/** Neither a person nor one of the worker's few loops waits longer for a call. */
const LONGEST_WAIT_MS = 2_000;
/** A job that found no call leaves its loop to others for so long at least. */
const PATIENT_PAUSE_MS = 3_000;

/**
 * Makes one call to the Management API within the shared budget, and turns its failures into values.
 * @throws while a transaction is open
 */
export async function callAuth0<Value>(
  call: Call,
  work: () => Promise<Value>,
): Promise<{ ok: true; value: Value } | Auth0Failure> {
  refuseInTransaction(`Auth0 is called (${call.name})`);
  const waitMs = await waitForBudget(call);
  if (waitMs > 0) {
    const retryAfterMs = call.urgent ? waitMs : Math.max(waitMs, PATIENT_PAUSE_MS);
    return { ok: false, reason: "busy", retry: true, retryAfterMs, detail: "budget" };
  }
  const startedAt = performance.now();
  try {
    const value = await work();
    log("debug", "auth0.called", { call: call.name, ms: Math.round(performance.now() - startedAt) });
    return { ok: true, value };
  } catch (error) {
    const failure = describe(error);
    log("warn", "auth0.failed", { call: call.name, reason: failure.reason, detail: failure.detail });
    const isRateLimit = failure.reason === "busy" && failure.detail !== TOO_MANY_JOBS;
    if (isRateLimit) await inMachinery((tx) => drainBucket(tx, bucketOf(call).name));
    return failure;
  }
}

function bucketOf(call: Call) {
  return bucketFor(env().AUTH0_PLAN, call.group);
}

async function waitForBudget(call: Call): Promise<number> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const waitMs = await inMachinery((tx) => takeCall(tx, bucketOf(call), call.urgent));
    if (waitMs === 0 || performance.now() + waitMs > deadline) return waitMs;
    await sleep(waitMs);
  }
}

function describe(error: unknown): Auth0Failure {
  if (error instanceof ManagementTimeoutError)
    return { ok: false, reason: "unreachable", retry: true, detail: "timeout" };
  if (error instanceof ManagementError) return describeReply(error);
  // The SDK lets network trouble of its token call through as a TypeError, as fetch throws it.
  if (error instanceof TypeError) return { ok: false, reason: "unreachable", retry: true, detail: "network" };
  throw error;
}

function describeReply(error: ManagementError): Auth0Failure {
  const status = error.statusCode ?? 0;
  const detail = `${status} ${errorCode(error.body)}`.trim();
  // A third import job is refused with the same status as a rate limit, but costs nobody else a call.
  if (status === 429 && /active import users jobs/.test(messageOf(error.body)))
    return { ok: false, reason: "busy", retry: true, retryAfterMs: JOB_SLOT_MS, detail: TOO_MANY_JOBS };
  if (status === 429) {
    const reset = Number(error.rawResponse?.headers.get("x-ratelimit-reset") ?? 0) * 1_000 - Date.now();
    const retryAfterMs = Math.min(Math.max(reset, 1_000), 60_000);
    return { ok: false, reason: "busy", retry: true, retryAfterMs, detail };
  }
  // Auth0 does not know the portal or does not let it: nobody's fault but the set-up's, to be mended and tried again.
  if (status === 401 || status === 403) return { ok: false, reason: "unreachable", retry: true, detail };
  if (status === 404) return { ok: false, reason: "not-found", retry: false, detail };
  if (status === 0 || status === 408 || status >= 500)
    return { ok: false, reason: "unreachable", retry: true, detail };
  return { ok: false, reason: "refused", retry: false, detail };
}

/** Auth0's `errorCode` is from a closed list; its `message` may carry people's data and stays out. */
function errorCode(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  if ("errorCode" in body) return String(body.errorCode);
  return "error" in body ? String(body.error) : "";
}

/** Read to recognise a case, never to be shown or logged. */
function messageOf(body: unknown): string {
  return typeof body === "object" && body !== null && "message" in body ? String(body.message) : "";
}
