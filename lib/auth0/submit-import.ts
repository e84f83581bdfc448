import { env } from "@/lib/base/env";
import { type Auth0Failure, callAuth0 } from "./call-auth0";
import type { ImportUser } from "./import-file";
import { importFile } from "./import-file";
import { managementClient } from "./management-client";

/**
 * Submits one users-imports job. Auth0 allows two active ones per tenant and answers 429 to a third.
 * @param batch `id` goes along as `external_id`; users must fit into `MAX_IMPORT_BYTES`
 * @returns Auth0's id of the job
 */
export async function submitImport(batch: {
  id: string;
  users: ImportUser[];
}): Promise<{ ok: true; value: { jobId: string } } | Auth0Failure> {
  return callAuth0({ name: "jobs.users-imports", group: "other", urgent: false }, async () => {
    const job = await managementClient().jobs.usersImports.create({
      users: {
        data: Buffer.from(importFile(batch.users)),
        filename: "users.json",
        contentType: "application/json",
      },
      connection_id: env().AUTH0_CONNECTION_ID,
      external_id: batch.id,
      upsert: false,
      // The default is true, and would write to every owner of the Auth0 tenant.
      send_completion_email: false,
    });
    return { jobId: job.id };
  });
}
