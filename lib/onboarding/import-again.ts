import { inPlatform } from "@/db/in-platform";
import { loseIdentity } from "@/db/lose-identity";
import type { PlatformScope } from "@/db/scope";
import { log } from "@/lib/base/log";

/**
 * Somebody deleted this person in Auth0 behind our back. They are imported anew and keep their letter, so that
 * pressing its button a little later leads on.
 * @param scope a job's: the logs of all tenants tell of it, and none may name somebody of another
 * @param lost the id that Auth0 no longer knows, or null when that was noticed before
 */
export async function importAgain(
  scope: PlatformScope,
  lost: { userId: string; auth0UserId: string | null },
): Promise<void> {
  await inPlatform(scope, (tx) => loseIdentity(tx, lost));
  log("warn", "identity.lost", { userId: lost.userId });
}
