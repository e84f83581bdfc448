import { hasForgottenSeats } from "@/db/batch-seats";
import { wishClaim } from "@/db/claim-wish";
import { inMachinery } from "@/db/in-machinery";
import { inPlatform } from "@/db/in-platform";
import { deleteStaleSlots } from "@/db/mail-slots";
import { mintPlatformScope } from "@/db/mint-scope";
import { deleteStaleSessions } from "@/db/sessions";
import { log } from "@/lib/base/log";

/** Longer than any session lives (three days), so that nobody's is cut short. */
const STALE_DAYS = 4;

/** Clears away what nobody needs any more, and picks up seats whose job was lost with its worker. */
export async function sweep(): Promise<void> {
  await inMachinery(async (tx) => {
    await deleteStaleSessions(tx, STALE_DAYS);
    await deleteStaleSlots(tx);
  });
  await inPlatform(mintPlatformScope({ kind: "job", name: "sweep" }), async (tx) => {
    if (!(await hasForgottenSeats(tx))) return;
    log("warn", "worker.picks-up-seats");
    await wishClaim(tx);
  });
}
