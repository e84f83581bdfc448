import { enqueue } from "@/db/enqueue";
import { settleRows } from "@/db/imports";
import type { PlatformTx } from "@/db/in-platform";
import { insertInvitations } from "@/db/invitations";
import { readInvitationTerms } from "@/db/inviters";
import { moveSeats } from "@/db/seats";
import { draftInvitation } from "../draft-invitation";

/**
 * Auth0 knows these people now: reserved -> imported, each with an invitation and the wish for its letter, in the
 * caller's transaction. Seats that moved on before are left alone.
 */
export async function markImported(tx: PlatformTx, seatIds: string[]): Promise<void> {
  const moved = await moveSeats(tx, seatIds, ["reserved"], "imported");
  if (moved.length === 0) return;
  const terms = await readInvitationTerms(
    tx,
    moved.map((seat) => seat.id),
  );
  const invitations = moved.map((seat) => {
    const { inviterName = null, days = 7 } = terms.get(seat.id) ?? {};
    return draftInvitation(seat, { inviterName, days });
  });
  await insertInvitations(tx, invitations);
  await settleRows(
    tx,
    moved.map((seat) => seat.id),
    "seated",
  );
  for (const { id, tenantId } of invitations)
    await enqueue(tx, "invite", { tenantId, invitationId: id }, { key: `invite:${id}` });
}
