import { inPlatform } from "@/db/in-platform";
import { type InvitationFile, markRefused, markSent, noteDeferred, readInvitation } from "@/db/invitations";
import { wishReconciliation } from "@/db/reconciliation";
import type { PlatformScope } from "@/db/scope";
import { moveSeats } from "@/db/seats";
import { invitationToken } from "@/lib/access/invitation-token";
import { MINUTE_MS, now, SECOND_MS } from "@/lib/base/clock";
import { env } from "@/lib/base/env";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";
import { handOver } from "@/lib/letters/hand-over";
import { messageIdOf } from "@/lib/letters/message-id";
import { sayTooLate } from "@/lib/letters/waiting-words";
import { renderInvitationLetter } from "@/lib/mail/invitation-letter";
import { importAgain } from "./import-again";

const PRODUCT = "Analystick";
const SUSPENDED_MS = 5 * MINUTE_MS;
const BLOCKED_MS = 2 * SECOND_MS;

/**
 * Sends the letter of an invitation: imported -> invited. A crash between the mail server's 250 and our commit
 * repeats the same letter under the same Message-ID, never a different one.
 * @param tries how often this letter was tried in vain
 */
export async function invite(
  scope: PlatformScope,
  { invitationId }: { tenantId: string; invitationId: string },
  tries: number,
): Promise<StationOutcome> {
  const file = await inPlatform(scope, (tx) => readInvitation(tx, invitationId));
  if (file === null || isMoot(file)) return { ok: true };
  if (file.invitation.expiresAt <= now()) return giveUp(scope, file);
  if (file.tenant.suspendedAt !== null) return { ok: false, retry: true, retryAfterMs: SUSPENDED_MS };
  if (file.user?.auth0State !== "open") return openFirst(scope, file, tries);
  const slot = { letterId: invitationId, tenantId: file.tenant.id, userId: file.user.id, isNotice: false };
  const sent = await handOver(scope, slot, {
    to: file.seat.email,
    toName: file.seat.name,
    letter: await renderInvitationLetter(letterOf(file)),
    messageId: messageIdOf("invitation", invitationId),
  });
  if (sent.ok) {
    await inPlatform(scope, async (tx) => {
      // The seat before its letter, in the order in which a release takes them.
      await moveSeats(tx, [file.seat.id], ["imported"], "invited");
      await markSent(tx, invitationId, sent.said);
    });
    log("info", "letter.sent", { invitationId });
    return { ok: true };
  }
  if (sent.retry) {
    await inPlatform(scope, (tx) => noteDeferred(tx, invitationId, sent.said));
    return { ok: false, retry: true, retryAfterMs: sent.retryAfterMs };
  }
  await inPlatform(scope, (tx) => markRefused(tx, file.invitation, sent.said));
  log("warn", "letter.refused", { invitationId });
  return { ok: true };
}

/** Nobody should get a letter whose link has run out; the admin sees that it never arrived. */
async function giveUp(scope: PlatformScope, { invitation }: InvitationFile): Promise<StationOutcome> {
  await inPlatform(scope, (tx) => markRefused(tx, invitation, sayTooLate(invitation.serverSaid)));
  log("warn", "letter.expired", { invitationId: invitation.id });
  return { ok: true };
}

function isMoot({ invitation, seat }: InvitationFile): boolean {
  return (
    invitation.sentAt !== null ||
    invitation.refusedAt !== null ||
    invitation.revokedAt !== null ||
    seat.releasedAt !== null
  );
}

/**
 * An identity that is blocked is unblocked before its letter goes out, and one that is gone is imported again. Wished
 * for at the first try only: a new wish would call Auth0 before the job that waits for it wants to.
 */
async function openFirst(
  scope: PlatformScope,
  { user }: InvitationFile,
  tries: number,
): Promise<StationOutcome> {
  if (user?.auth0UserId === null) await importAgain(scope, { userId: user.id, auth0UserId: null });
  else if (user !== null && tries === 0) await inPlatform(scope, (tx) => wishReconciliation(tx, user.id));
  return { ok: false, retry: true, retryAfterMs: BLOCKED_MS };
}

function letterOf({ invitation, seat, tenant }: InvitationFile) {
  return {
    personName: seat.name,
    tenantName: tenant.name,
    inviterName: invitation.inviterName ?? PRODUCT,
    role: seat.role,
    link: `${env().APP_BASE_URL}/invitations/${invitationToken(invitation.id)}`,
    expiresAt: invitation.expiresAt,
    productName: PRODUCT,
  };
}
