import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { moveSeats } from "@/db/seats";
import { notePasswordTicket } from "@/db/users";
import type { Auth0User } from "@/lib/auth0/auth0-user";
import type { Auth0Failure } from "@/lib/auth0/call-auth0";
import { createTicket } from "@/lib/auth0/create-ticket";

/**
 * Auth0 says the mailbox is verified: invited -> verified, and a one-use ticket to choose a password. What Auth0
 * last saw of the password is written down first; only a later replacement will count as proof.
 */
export async function setPassword(
  scope: PlatformScope,
  seat: { seatId: string; userId: string },
  auth0User: Auth0User,
): Promise<{ ok: true; value: { url: string } } | Auth0Failure> {
  await inPlatform(scope, async (tx) => {
    const identity = { id: seat.userId, auth0UserId: auth0User.id };
    await notePasswordTicket(tx, identity, auth0User.lastPasswordReset);
    await moveSeats(tx, [seat.seatId], ["imported", "invited"], "verified");
  });
  return createTicket("password-change", auth0User.id);
}
