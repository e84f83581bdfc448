import { inPlatform } from "@/db/in-platform";
import { noteProved } from "@/db/note-proved";
import { moveSeats } from "@/db/seats";
import type { LinkHolder } from "@/lib/access/enter-by-link";
import type { Auth0User } from "@/lib/auth0/auth0-user";
import { awaitNextSecond } from "@/lib/base/await-next-second";
import { proveUser } from "./prove-user";

/**
 * The steps before are done: the mailbox and the password are proved, invited -> verified, and the person may sign
 * in. Somebody proved in another tenant comes here straight from their letter.
 */
export async function letSignIn(
  { scope, file }: Pick<LinkHolder, "scope" | "file">,
  auth0User: Auth0User,
): Promise<{ ok: true; go: "sign-in"; mailbox: string }> {
  const { seat, user } = file;
  const replacedAt = auth0User.lastPasswordReset;
  await inPlatform(scope, async (tx) => {
    if (user !== null && replacedAt !== null)
      await proveUser(tx, { id: user.id, auth0UserId: auth0User.id }, replacedAt);
    await moveSeats(tx, [seat.id], ["imported", "invited"], "verified");
    await noteProved(tx, [seat.id]);
  });
  // A sign-in of the second in which the password was replaced would not count: only a program is so quick.
  if (replacedAt !== null) await awaitNextSecond(replacedAt);
  return { ok: true, go: "sign-in", mailbox: seat.emailKey };
}
