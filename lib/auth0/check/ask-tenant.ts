import { setTimeout as sleep } from "node:timers/promises";

/** A reply as it came: redirects are not followed. */
export type TenantReply = { status: number; headers: Headers; text: string; json: Record<string, unknown> };

/** Nobody answered: no such host, no connection, no reply in time. */
export class SilentTenant extends Error {
  override readonly name = "SilentTenant";
}

const TIMEOUT_MS = 10_000;
const TRIES = 5;

/**
 * Asks a tenant by plain HTTP. Where it says that calls come too fast, waits and asks again.
 * @throws {SilentTenant}
 */
export async function askTenant(url: string, init: RequestInit = {}): Promise<TenantReply> {
  for (let left = TRIES; ; left--) {
    const { status, headers, text } = await fetchOnce(url, init);
    const json = toObject(text);
    const tooFast = status === 429 && !/active import users jobs/.test(String(json.message));
    if (!tooFast || left === 1) return { status, headers, text, json };
    await sleep(waitMs(headers));
  }
}

async function fetchOnce(url: string, init: RequestInit) {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const reply = await fetch(url, { ...init, redirect: "manual", signal });
    return { status: reply.status, headers: reply.headers, text: await reply.text() };
  } catch (cause) {
    throw new SilentTenant("the tenant does not answer", { cause });
  }
}

function waitMs(headers: Headers): number {
  const reset = Number(headers.get("x-ratelimit-reset") ?? 0) * 1_000 - Date.now();
  return Math.min(Math.max(reset, 1_000), 20_000);
}

function toObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** What the tenant said, in its own words: for a person who mends it, never for a decision. */
export function wordsOf({ status, json }: TenantReply): string {
  const words = json.error_description ?? json.message ?? json.description ?? json.error;
  return typeof words === "string" ? `${status}, "${words}"` : String(status);
}
