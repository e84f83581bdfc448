import { setTimeout as sleep } from "node:timers/promises";
import { now, SECOND_MS } from "./clock";

/** Waits until the second of `moment` is over; a second at most, should another machine's clock be ahead of ours. */
export async function awaitNextSecond(moment: Date): Promise<void> {
  const next = (Math.floor(moment.getTime() / SECOND_MS) + 1) * SECOND_MS;
  const left = Math.min(next - now().getTime(), SECOND_MS);
  // A timer may fire a moment early.
  if (left > 0) await sleep(left + 5);
}
