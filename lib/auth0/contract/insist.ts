import { setTimeout as sleep } from "node:timers/promises";
import type { Auth0Failure } from "../call-auth0";

/** The tenant answered otherwise than the portal relies on. */
export class BrokenPromise extends Error {
  override readonly name = "BrokenPromise";
}

const TRIES = 20;

/**
 * Makes one of the portal's own calls and insists on success; waits where calls come too fast.
 * @throws {BrokenPromise} naming the call, when it fails for another reason
 */
export async function insist<Value>(
  what: string,
  call: () => Promise<{ ok: true; value: Value } | Auth0Failure>,
): Promise<Value> {
  for (let left = TRIES; ; left--) {
    const reply = await call();
    if (reply.ok) return reply.value;
    if (reply.reason !== "busy" || left === 1)
      throw new BrokenPromise(`${what}: ${reply.reason} (${reply.detail})`);
    await sleep(reply.retryAfterMs ?? 1_000);
  }
}

/** @throws {BrokenPromise} saying what was expected, unless it holds */
export function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new BrokenPromise(otherwise);
}
