import { hasUnclaimed } from "@/db/batch-seats";
import { wishClaim } from "@/db/claim-wish";
import { enqueue } from "@/db/enqueue";
import { listTenantsWithExpired } from "@/db/expiry";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { hasDueReminders } from "@/db/reminders";
import { log } from "@/lib/base/log";

/** Seats are gathered within moments of being reserved. */
const FORGOTTEN_SECONDS = 60;

const scope = mintPlatformScope({ kind: "job", name: "look-at-calendar" });

/**
 * Wishes for the jobs whose time has come: invitations that ran out, reminders, and seats that have waited so long to
 * be gathered that their job must be lost. Writes nothing else.
 */
export async function lookAtCalendar(): Promise<void> {
  await inPlatform(scope, async (tx) => {
    const isDue = {
      "expire-invitations": (await listTenantsWithExpired(tx, 1)).length > 0,
      "remind-invited": await hasDueReminders(tx),
    };
    for (const name of ["expire-invitations", "remind-invited"] as const)
      if (isDue[name]) await enqueue(tx, name, {}, { key: name, queue: "calendar" });
    if (!(await hasUnclaimed(tx, FORGOTTEN_SECONDS))) return;
    log("warn", "worker.picks-up-seats");
    await wishClaim(tx);
  });
}
