import { enqueue } from "./enqueue";
import type { PlatformTx } from "./in-platform";

/** Wishes that Auth0 be asked when a user last replaced their password. */
export async function wishPasswordCheck(tx: PlatformTx, userId: string): Promise<void> {
  await enqueue(tx, "check-password", { userId }, { key: `check-password:${userId}` });
}
