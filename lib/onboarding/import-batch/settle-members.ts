import type { BatchMember } from "@/db/batches";
import type { PlatformScope } from "@/db/scope";
import type { Auth0Arrival } from "@/db/users";
import type { ImportRejection } from "@/lib/auth0/read-import";
import { SECOND_MS } from "@/lib/base/clock";
import type { StationOutcome } from "../station-outcome";
import { adoptDuplicate } from "./adopt-duplicate";
import { failMembers } from "./fail-members";
import { recordArrivals } from "./record-arrivals";

/** Duplicates are looked up one by one; so many of them are settled at a time. */
const CHUNK = 50;

/**
 * Settles a batch whose job is done: people whom Auth0 created, and in the same step those it knew before, so that
 * nobody can tell them apart by the pace; people whom it refuses get their reason and give their seat back.
 */
export async function settleMembers(
  scope: PlatformScope,
  batchId: string,
  members: BatchMember[],
  rejections: readonly ImportRejection[],
): Promise<StationOutcome> {
  const rejected = new Map(rejections.map((rejection) => [rejection.mailbox ?? rejection.userId, rejection]));
  const fateOf = (member: BatchMember) =>
    (rejected.get(member.mailbox) ?? rejected.get(member.userId))?.reason;
  const duplicates = members.filter((member) => fateOf(member) === "duplicate");
  const refused = members.filter((member) => fateOf(member) === "refused");
  let arrivals = members.filter((member) => fateOf(member) === undefined).map(toArrival);
  for (let start = 0; start === 0 || start < duplicates.length; start += CHUNK) {
    for (const member of duplicates.slice(start, start + CHUNK)) {
      const adopted = await adoptDuplicate(member);
      if (!adopted.ok) return { ok: false, retry: true, retryAfterMs: adopted.retryAfterMs ?? 3 * SECOND_MS };
      if (adopted.arrival === null) refused.push(member);
      else arrivals.push(adopted.arrival);
    }
    const clashed = await recordArrivals(scope, batchId, arrivals);
    refused.push(...members.filter(({ userId }) => clashed.has(userId)));
    arrivals = [];
  }
  await failMembers(scope, batchId, refused, "refused-by-auth0");
  return { ok: true };
}

function toArrival({ userId, auth0UserId }: BatchMember): Auth0Arrival {
  return { userId, auth0UserId: auth0UserId ?? `auth0|${userId}`, createdByUs: true, state: "open" };
}
