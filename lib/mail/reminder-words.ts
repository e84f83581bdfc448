import { greet } from "./greet";
import type { PlainWords } from "./plain-letter";
import { showName } from "./show-name";
import { writeMoment } from "./write-moment";

/** Finds the words that remind somebody of an invitation they have not opened. */
export function wordReminder(invitation: {
  personName: string;
  tenantName: string;
  inviterName: string;
  expiresAt: Date;
  productName: string;
}): PlainWords {
  const tenant = showName(invitation.tenantName) || "your organisation";
  const inviter = showName(invitation.inviterName) || tenant;
  const end = writeMoment(invitation.expiresAt);
  // The first admin of a tenant is invited by the product itself, which would be named twice in one sentence.
  const isFromUs = inviter === invitation.productName;
  return {
    subject: `Reminder: your invitation to ${tenant} on ${invitation.productName}`,
    title: `Your seat at ${tenant} is waiting`,
    greeting: greet(invitation.personName),
    paragraphs: [
      isFromUs
        ? `You are invited to take a seat in ${tenant} on ${inviter}, and the invitation is still unopened.`
        : `${inviter} invited you to take a seat in ${tenant} on ${invitation.productName}, and the invitation is still unopened.`,
      `It works until ${end}. After that your seat goes back to ${tenant}.`,
    ],
    action: "Open your invitation",
    aside:
      "The link is the one from your first letter. It is yours alone: whoever opens it could take your place, so please don't forward it.",
    note: `Didn't expect this? Then do nothing: the invitation runs out by itself. If you know ${tenant}, you can ask ${inviter === tenant ? "them" : inviter} about it.`,
  };
}
