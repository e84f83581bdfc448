import type { Tenant } from "../tenant";

/** Lets a user's unused tickets expire now; without a user, everybody's. */
export async function expireTickets(
  { db, clock }: Tenant,
  userId: string | undefined,
): Promise<{ expired: number }> {
  const expired = await db`
    update tickets set expires_at = ${clock.now()}
    where used_at is null ${userId === undefined ? db`` : db`and user_id = ${userId}`}
    returning 1`;
  return { expired: expired.length };
}
