import type { BatchMember } from "@/db/batches";
import { inPlatform } from "@/db/in-platform";
import { wishReconciliation } from "@/db/reconciliation";
import type { PlatformScope } from "@/db/scope";
import { type Auth0Arrival, linkAuth0Users } from "@/db/users";
import type { Auth0Failure } from "@/lib/auth0/call-auth0";
import { findAuth0User } from "@/lib/auth0/find-user";

/**
 * Auth0 knows this mailbox already. Under the id we chose, an earlier try of ours got through; under another id,
 * somebody was there before us: that identity is adopted, but nothing it claims is believed until proved. Written down
 * at once, so that nobody is looked up twice when the calls run out; their seat moves on with the others'.
 * @returns `arrival: null` when Auth0 calls it a duplicate and yet knows nobody in our connection, or somebody who
 * is another user of ours
 */
export async function adoptDuplicate(
  scope: PlatformScope,
  { mailbox, userId }: BatchMember,
): Promise<{ ok: true; arrival: Auth0Arrival | null } | Auth0Failure> {
  const found = await findAuth0User(mailbox);
  if (!found.ok) return found;
  if (found.value === null) return { ok: true, arrival: null };
  const arrival: Auth0Arrival = {
    userId,
    auth0UserId: found.value.id,
    createdByUs: found.value.id === `auth0|${userId}`,
    state: found.value.blocked ? "blocked" : "open",
  };
  return inPlatform(scope, async (tx) => {
    const linked = await linkAuth0Users(tx, [arrival]);
    if (!linked.has(userId)) return { ok: true, arrival: null };
    // Whoever lost their seat meanwhile is not listed with the batch any more, and is to be shut at Auth0.
    await wishReconciliation(tx, userId);
    return { ok: true, arrival };
  });
}
