import type { BatchMember } from "@/db/batches";
import type { PlatformScope } from "@/db/scope";
import type { Auth0Arrival } from "@/db/users";
import { comeBack } from "@/lib/auth0/come-back";
import type { ImportRejection } from "@/lib/auth0/read-import";
import type { StationOutcome } from "@/lib/base/station-outcome";
import { adoptDuplicate } from "./adopt-duplicate";
import { failMembers } from "./fail-members";
import { recordArrivals } from "./record-arrivals";

/** Duplicates are looked up one by one; so many of them have their turn before other jobs have theirs. */
const CHUNK = 50;

/**
 * Settles a batch whose job is done: people whom Auth0 created, and in the same step those it knew before, so that
 * nobody can tell them apart by the pace; people whom it refuses get their reason and give their seat back.
 * @returns `"all"` when nobody is left
 */
export async function settleMembers(
  scope: PlatformScope,
  batchId: string,
  members: BatchMember[],
  rejections: readonly ImportRejection[],
): Promise<StationOutcome | "all"> {
  const rejected = new Map(rejections.map((rejection) => [rejection.mailbox ?? rejection.userId, rejection]));
  const fateOf = (member: BatchMember) =>
    (rejected.get(member.mailbox) ?? rejected.get(member.userId))?.reason;
  const duplicates = members.filter((member) => fateOf(member) === "duplicate");
  const unknown = duplicates.filter(({ auth0UserId }) => auth0UserId === null);
  const refused = members.filter((member) => fateOf(member) === "refused");
  const arrived = members.filter((member) => fateOf(member) === undefined);
  const known = duplicates.filter(({ auth0UserId }) => auth0UserId !== null);
  const adopted: Auth0Arrival[] = [];
  for (const member of unknown) {
    if (adopted.length === CHUNK) break;
    const found = await adoptDuplicate(scope, member);
    if (!found.ok) return comeBack(found);
    if (found.arrival === null) refused.push(member);
    else adopted.push(found.arrival);
  }
  const arrivals = [...[...arrived, ...known].map(toArrival), ...adopted];
  const clashed = await recordArrivals(scope, batchId, arrivals);
  refused.push(...members.filter(({ userId }) => clashed.has(userId)));
  await failMembers(scope, batchId, refused, "refused-by-auth0");
  return adopted.length === CHUNK ? { ok: true, againAfterMs: 0 } : "all";
}

function toArrival({ userId, auth0UserId }: BatchMember): Auth0Arrival {
  return { userId, auth0UserId: auth0UserId ?? `auth0|${userId}`, createdByUs: true, state: "open" };
}
