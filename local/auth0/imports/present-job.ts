import type { TenantConfig } from "../read-config";
import type { ImportJob } from "./import-job";

/** A job as the Management API shows it. Source: Auth0 Management API v2, "Get a job". */
export function presentJob(job: ImportJob, connection: TenantConfig["connection"]): Record<string, unknown> {
  return {
    type: "users_import",
    status: job.status,
    connection_id: connection.id,
    connection: connection.name,
    created_at: job.created_at.toISOString(),
    id: job.id,
    ...(job.external_id === null ? {} : { external_id: job.external_id }),
    ...(job.status_details === null ? {} : { status_details: job.status_details }),
    ...(job.status === "completed"
      ? { percentage_done: 100, time_left_seconds: 0, summary: job.summary }
      : {}),
  };
}
