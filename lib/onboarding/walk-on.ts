import { inPlatform } from "@/db/in-platform";
import { markOpened } from "@/db/invitations";
import type { LinkHolder } from "@/lib/access/enter-by-link";
import { TICKET_TTL_SECONDS } from "@/lib/auth0/create-ticket";
import { readAuth0User } from "@/lib/auth0/read-user";
import { now, SECOND_MS } from "@/lib/base/clock";
import { decideStep } from "./decide-step";
import { importAgain } from "./import-again";
import { letSignIn } from "./let-sign-in";
import { readLink } from "./read-link";
import { setPassword } from "./set-password";
import { verifyEmail } from "./verify-email";

export type WalkedOn =
  /** Send the browser to this one-use ticket, and keep its URL nowhere. */
  | { ok: true; go: "ticket"; url: string }
  /** Send the browser to sign in, with the address filled in. */
  | { ok: true; go: "sign-in"; mailbox: string }
  /** `shut`: the link's page says why. `busy`, `unreachable`: Auth0 is not to be had; try again in a moment. */
  | { ok: false; reason: "shut" | "busy" | "unreachable" };

/**
 * The button of a letter: takes the person's next step, whichever that is by now. Pressing it twice, or again
 * days later on another device, leads on from where they are.
 */
export async function walkOn({ scope, findings, file }: LinkHolder): Promise<WalkedOn> {
  const { invitation, seat, user } = file;
  const state = readLink(file);
  if (state === "active") return { ok: true, go: "sign-in", mailbox: seat.emailKey };
  if (state !== "open") return { ok: false, reason: "shut" };
  // The letter outran the job that unblocks or imports this identity; it will be ready in a moment.
  if (user === null || user.auth0UserId === null || user.auth0State !== "open")
    return { ok: false, reason: "busy" };
  const auth0User = await readAuth0User(user.auth0UserId, { urgent: true });
  if (!auth0User.ok) {
    if (auth0User.reason === "not-found")
      await importAgain(findings, { userId: user.id, auth0UserId: user.auth0UserId });
    return { ok: false, reason: auth0User.reason === "unreachable" ? "unreachable" : "busy" };
  }
  const beyondTicket = new Date(now().getTime() + 2 * TICKET_TTL_SECONDS * SECOND_MS);
  const isOpen = await inPlatform(scope, (tx) => markOpened(tx, invitation, beyondTicket));
  if (!isOpen) return { ok: false, reason: "shut" };
  const step = decideStep(user, auth0User.value);
  if (step === "sign-in") return letSignIn({ scope, file }, auth0User.value);
  const ticket =
    step === "verify-email"
      ? await verifyEmail(user.auth0UserId)
      : await setPassword(scope, { seatId: seat.id, userId: user.id }, auth0User.value);
  if (!ticket.ok) return { ok: false, reason: ticket.reason === "busy" ? "busy" : "unreachable" };
  return { ok: true, go: "ticket", url: ticket.value.url };
}
