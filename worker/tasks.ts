import { type JobName, type JobPayload, jobs } from "@/db/jobs";
import type { PlatformScope } from "@/db/scope";
import { bringSample } from "@/lib/analytics/datasets/bring-sample";
import { checkUpload } from "@/lib/analytics/datasets/check-upload";
import { importVersion } from "@/lib/analytics/datasets/import-version";
import type { StationOutcome } from "@/lib/base/station-outcome";
import { postLetter } from "@/lib/letters/post-letter";
import { expireInvitations } from "@/lib/onboarding/expire-invitations";
import { claimBatch } from "@/lib/onboarding/import-batch/claim-batch";
import { settleBatch } from "@/lib/onboarding/import-batch/settle-batch";
import { submitBatch } from "@/lib/onboarding/import-batch/submit-batch";
import { invite } from "@/lib/onboarding/invite";
import { remindInvited } from "@/lib/onboarding/remind-invited";
import { renewInside } from "@/lib/onboarding/renew-invitation";
import { settleAsks } from "@/lib/onboarding/settle-asks";
import { checkPassword } from "@/lib/seats/check-password";
import { performBulk } from "@/lib/seats/perform-bulk";
import { reconcileIdentity } from "@/lib/seats/reconcile-identity";

type Station<Name extends JobName> = (
  scope: PlatformScope,
  payload: JobPayload<Name>,
  tries: number,
) => Promise<StationOutcome>;

/** Job name -> station. Each name's payload schema stands in `db/jobs`. */
const stations: { [Name in JobName]: Station<Name> } = {
  "claim-batch": claimBatch,
  "submit-batch": submitBatch,
  "settle-batch": settleBatch,
  invite,
  "reconcile-identity": reconcileIdentity,
  "send-letter": postLetter,
  "expire-invitations": expireInvitations,
  "remind-invited": remindInvited,
  "settle-asks": settleAsks,
  "check-password": checkPassword,
  "check-upload": checkUpload,
  "import-version": importVersion,
  "bring-sample": bringSample,
  "check-sample": checkUpload,
  "import-sample": importVersion,
  "perform-bulk": (scope, act) => performBulk(scope, act, renewInside),
};

export const jobNames = Object.keys(jobs).filter((name): name is JobName => name in jobs);

/**
 * Checks a job's payload against its schema and runs its station.
 * @param tries how often it was tried in vain
 */
export function runStation<Name extends JobName>(
  name: Name,
  scope: PlatformScope,
  payload: unknown,
  tries: number,
): Promise<StationOutcome> {
  const station: Station<Name> = stations[name];
  return station(scope, parsePayload(name, payload), tries);
}

/** The schema of `name` yields the payload of `name`; TypeScript cannot follow that through the table. */
function parsePayload<Name extends JobName>(name: Name, payload: unknown): JobPayload<Name> {
  return jobs[name].parse(payload) as JobPayload<Name>;
}
