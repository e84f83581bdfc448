import { inPlatform } from "@/db/in-platform";
import { writeLetters } from "@/db/letters";
import { claimReminders } from "@/db/reminders";
import type { PlatformScope } from "@/db/scope";
import { SECOND_MS } from "@/lib/base/clock";
import type { StationOutcome } from "@/lib/base/station-outcome";

const CHUNK = 200;

/**
 * Writes the reminders whose day has come, three and five days after the letter was accepted. Claiming and writing
 * are one transaction, so each is written once, whoever else is at it.
 */
export async function remindInvited(scope: PlatformScope): Promise<StationOutcome> {
  const written = await inPlatform(scope, async (tx) => {
    const due = await claimReminders(tx, CHUNK);
    await writeLetters(
      tx,
      due.map(({ tenantId, seatId, invitationId, day }) => {
        return { tenantId, seatId, kind: "reminder", aboutId: invitationId, facts: { day } };
      }),
    );
    return due.length;
  });
  return written === CHUNK ? { ok: true, againAfterMs: SECOND_MS } : { ok: true };
}
