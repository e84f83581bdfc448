import { findJob } from "../imports/find-job";
import { presentJob } from "../imports/present-job";
import type { Call, Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { apiError } from "./api-error";

/** GET /api/v2/jobs/{id}; 404 once the job is older than 24 hours. */
export async function getJob(tenant: Tenant, call: Call): Promise<Reply> {
  const id = call.params.id ?? "";
  call.ids.job_id = id;
  const job = await findJob(tenant, id);
  if (!job) return apiError(404, "The job does not exist.", "inexistent_job");
  return replyJson(200, presentJob(job, tenant.config.connection));
}
