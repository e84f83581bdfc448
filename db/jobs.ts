import { z } from "zod";

const id = z.uuid();

/** Every job of the worker: its name and what it is told. Identifiers only, never people's data. */
export const jobs = {
  "claim-batch": z.object({}),
  "submit-batch": z.object({ batchId: id }),
  "settle-batch": z.object({ batchId: id }),
  invite: z.object({ tenantId: id, invitationId: id }),
  "reconcile-identity": z.object({ userId: id }),
  "send-letter": z.object({ letterId: id }),
  "expire-invitations": z.object({}),
  "remind-invited": z.object({}),
  "settle-asks": z.object({}),
  "check-password": z.object({ userId: id }),
  "perform-bulk": z.object({ tenantId: id, actId: id }),
  "check-upload": z.object({ tenantId: id, versionId: id }),
  "import-version": z.object({ tenantId: id, versionId: id }),
  "bring-sample": z.object({ tenantId: id, seatId: id }),
  "check-sample": z.object({ tenantId: id, versionId: id }),
  "import-sample": z.object({ tenantId: id, versionId: id }),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>;
