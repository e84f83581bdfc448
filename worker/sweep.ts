import { inMachinery } from "@/db/in-machinery";
import { inPlatform } from "@/db/in-platform";
import { deleteStaleSlots } from "@/db/mail-slots";
import { mintPlatformScope } from "@/db/mint-scope";
import { wishPasswordCheck } from "@/db/password-check";
import { deleteFullBuckets } from "@/db/rate-limits";
import { deleteStaleSessions } from "@/db/sessions";
import { listUncheckedPasswords } from "@/db/users";
import { clearFiles } from "@/lib/analytics/datasets/clear-files";
import { env } from "@/lib/base/env";

/** Longer than any session may live (SESSION_HOURS ends at 720), so that nobody's is cut short. */
const STALE_DAYS = 31;
/** At each sweep: a call to Auth0 for each, beside all that people wait for. */
const MOST_PASSWORDS = 100;

/** Clears away what nobody needs any more, and wishes that passwords be asked for that nobody asked for lately. */
export async function sweep(): Promise<void> {
  const scope = mintPlatformScope({ kind: "job", name: "sweep" });
  await inMachinery((tx) => deleteStaleSessions(tx, STALE_DAYS));
  await inMachinery(deleteFullBuckets);
  await inMachinery(deleteStaleSlots);
  await inPlatform(scope, async (tx) => {
    for (const userId of await listUncheckedPasswords(tx, env().SESSION_IDLE_MINUTES, MOST_PASSWORDS))
      await wishPasswordCheck(tx, userId);
  });
  await clearFiles(scope);
}
