import type { BatchMember } from "@/db/batches";
import type { Auth0Arrival } from "@/db/users";
import type { Auth0Failure } from "@/lib/auth0/call-auth0";
import { findAuth0User } from "@/lib/auth0/find-user";

/**
 * Auth0 knows this mailbox already. Under the id we chose, an earlier try of ours got through; under another id,
 * somebody was there before us: that identity is adopted, but nothing it claims is believed until proved.
 * @returns `arrival: null` when Auth0 calls it a duplicate and yet knows nobody in our connection
 */
export async function adoptDuplicate(
  member: BatchMember,
): Promise<{ ok: true; arrival: Auth0Arrival | null } | Auth0Failure> {
  const found = await findAuth0User(member.mailbox);
  if (!found.ok) return found;
  if (found.value === null) return { ok: true, arrival: null };
  return {
    ok: true,
    arrival: {
      userId: member.userId,
      auth0UserId: found.value.id,
      createdByUs: found.value.id === `auth0|${member.userId}`,
      state: found.value.blocked ? "blocked" : "open",
    },
  };
}
