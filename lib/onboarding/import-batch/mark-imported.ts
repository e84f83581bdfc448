import { enqueueAll } from "@/db/enqueue";
import { settleRows } from "@/db/imports";
import type { PlatformTx } from "@/db/in-platform";
import { insertInvitations, revokeInvitations } from "@/db/invitations";
import { readInvitationTerms } from "@/db/inviters";
import { moveSeats } from "@/db/seats";
import { draftInvitation } from "../draft-invitation";

/**
 * Auth0 knows these people now: reserved -> imported, each with an invitation and the wish for its letter, in the
 * caller's transaction. Seats that moved on before are left alone. Somebody who is here for the second time keeps a
 * letter that still holds, and moves on to where it had brought them.
 */
export async function markImported(tx: PlatformTx, seatIds: string[]): Promise<void> {
  const moved = await moveSeats(tx, seatIds, ["reserved"], "imported");
  if (moved.length === 0) return;
  const movedIds = moved.map((seat) => seat.id);
  await settleRows(tx, movedIds, "seated");
  const terms = await readInvitationTerms(tx, movedIds);
  const withLetter = (letter: "sent" | "dead") => movedIds.filter((id) => terms.get(id)?.letter === letter);
  await moveSeats(tx, withLetter("sent"), ["imported"], "invited");
  await revokeInvitations(tx, withLetter("dead"));
  const invitations = moved.flatMap((seat) => {
    const { inviterName, days, letter } = terms.get(seat.id) ?? {
      inviterName: null,
      days: 7,
      letter: "none",
    };
    return letter === "none" || letter === "dead" ? [draftInvitation(seat, { inviterName, days })] : [];
  });
  await insertInvitations(tx, invitations);
  await enqueueAll(
    tx,
    "invite",
    invitations.map(({ id, tenantId }) => ({ payload: { tenantId, invitationId: id }, key: `invite:${id}` })),
  );
}
