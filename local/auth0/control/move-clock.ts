import { keepClockOffset } from "../store/keep-clock-offset";
import type { Tenant } from "../tenant";

/** Sets how far the tenant's time runs ahead of the machine's, in milliseconds. */
export async function moveClock({ db, clock, imports }: Tenant, offsetMs: number) {
  clock.moveTo(offsetMs);
  await keepClockOffset(db, offsetMs);
  imports.wake();
  return { now: clock.now().toISOString(), offsetMs };
}
