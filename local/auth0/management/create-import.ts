import { presentJob } from "../imports/present-job";
import { readImportForm } from "../imports/read-import-form";
import { submitImport } from "../imports/submit-import";
import type { Call, Reply } from "../server/call";
import { readBody } from "../server/read-body";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { apiError } from "./api-error";

/** For the whole request, boundaries included. Source: Auth0 Management API v2, "Create import users job", 413. */
const LIMIT_BYTES = 512_000;

/** POST /api/v2/jobs/users-imports: answers 202 with a pending job. */
export async function createImport(tenant: Tenant, call: Call): Promise<Reply> {
  const body = await readBody(call.req, LIMIT_BYTES);
  if (!body.ok) return apiError(413, `Payload content length greater than maximum allowed: ${LIMIT_BYTES}.`);
  const contentType = call.req.headers["content-type"] ?? "";
  const connection = { ...tenant.config.connection, enabled: tenant.settings.connectionEnabled };
  const form = await readImportForm(body.bytes, contentType, connection);
  if (!form.ok) return apiError(400, form.message, "invalid_body");
  const outcome = await submitImport(tenant, form.request);
  if (!outcome.ok)
    return apiError(
      429,
      "There are 2 active import users jobs, please wait until some of them are finished and try again",
      "too_many_requests",
    );
  call.ids.job_id = outcome.job.id;
  if (outcome.job.external_id) call.ids.external_id = outcome.job.external_id;
  return replyJson(202, presentJob(outcome.job, tenant.config.connection));
}
