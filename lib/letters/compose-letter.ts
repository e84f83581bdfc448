import type { LetterFile } from "@/db/letters";
import { invitationToken } from "@/lib/access/invitation-token";
import { now } from "@/lib/base/clock";
import { env } from "@/lib/base/env";
import { wordLetterAsked } from "@/lib/mail/letter-asked-words";
import { renderPlainLetter } from "@/lib/mail/plain-letter";
import { wordReminder } from "@/lib/mail/reminder-words";
import { wordSeatNotice } from "@/lib/mail/seat-notice-words";
import { wordSeatsAnswered } from "@/lib/mail/seats-answered-words";
import type { Letter } from "@/lib/mail/send";

const PRODUCT = "Analystick";

/** Makes a letter of what was written down; null when it is of no use to its reader any more. */
export async function composeLetter(file: LetterFile): Promise<Letter | null> {
  const { letter, seat, tenant, request } = file;
  const { kind, facts } = letter;
  if (kind === "reminder") return composeReminder(file);
  if (seat.stage !== "active" || seat.role !== "admin") return null;
  const reader = { personName: seat.name, tenantName: tenant.name, productName: PRODUCT };
  const page = (name: string) => `${env().APP_BASE_URL}/t/${tenant.slug}/${name}`;
  switch (kind) {
    case "seat-notice": {
      const { held = 0, purchased = 0 } = facts;
      return renderPlainLetter(wordSeatNotice({ ...reader, held, purchased }), page("seats"), PRODUCT);
    }
    case "letter-asked":
      return renderPlainLetter(wordLetterAsked(reader), page("people"), PRODUCT);
    case "seats-answered": {
      if (request === null || request.state === "open") return null;
      const { state, seats, answer } = request;
      const words = wordSeatsAnswered({ ...reader, approved: state === "approved", seats, answer, facts });
      return renderPlainLetter(words, page("seats"), PRODUCT);
    }
  }
}

/** Only while the invitation is live, has not been opened, and its tenant wants reminders. */
async function composeReminder({ seat, tenant, invitation }: LetterFile): Promise<Letter | null> {
  if (invitation === null || seat.stage !== "invited") return null;
  if (tenant.suspendedAt !== null || !tenant.reminders) return null;
  const { revokedAt, refusedAt, openedAt, expiresAt, inviterName } = invitation;
  if (revokedAt !== null || refusedAt !== null || openedAt !== null || expiresAt <= now()) return null;
  const words = wordReminder({
    personName: seat.name,
    tenantName: tenant.name,
    inviterName: inviterName ?? PRODUCT,
    expiresAt,
    productName: PRODUCT,
  });
  const link = `${env().APP_BASE_URL}/invitations/${invitationToken(invitation.id)}`;
  return renderPlainLetter(words, link, PRODUCT);
}
