import { findJob } from "../imports/find-job";
import { presentJob } from "../imports/present-job";
import type { Call, Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { apiError } from "./api-error";

/**
 * GET /api/v2/jobs/{id}/errors: the rows that failed, 204 if there are none, or the job itself if it failed as a
 * whole. Source: Auth0 Management API v2, "Get job error details".
 */
export async function getJobErrors(tenant: Tenant, call: Call): Promise<Reply> {
  const id = call.params.id ?? "";
  call.ids.job_id = id;
  const job = await findJob(tenant, id);
  if (!job) return apiError(404, "The job does not exist.", "inexistent_job");
  if (job.status === "failed") return replyJson(200, presentJob(job, tenant.config.connection));
  if (!job.errors?.length) return { status: 204, headers: {}, body: "" };
  return replyJson(200, job.errors);
}
