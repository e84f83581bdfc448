import { sendBack } from "@/db/batch-seats";
import { wishClaim } from "@/db/claim-wish";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { lockUser, setAuth0State } from "@/db/users";
import { log } from "@/lib/base/log";

/**
 * Somebody deleted this person in Auth0 behind our back. They are imported anew and keep their letter, so that
 * pressing its button a little later leads on.
 * @param scope a job's: the logs of all tenants tell of it, and none may name somebody of another
 * @param lost the id that Auth0 no longer knows, or null when that was noticed before; nothing happens when we know
 * the user by another id by now
 */
export async function importAgain(
  scope: PlatformScope,
  lost: { userId: string; auth0UserId: string | null },
): Promise<void> {
  await inPlatform(scope, async (tx) => {
    const user = await lockUser(tx, lost.userId);
    if (user === null || user.auth0UserId !== lost.auth0UserId) return;
    await setAuth0State(tx, lost.userId, "absent");
    await sendBack(tx, lost.userId);
    await wishClaim(tx);
  });
  log("warn", "identity.lost", { userId: lost.userId });
}
