import { randomInt } from "node:crypto";
import type { Tenant } from "../tenant";
import type { ImportJob } from "./import-job";
import type { ImportRequest } from "./read-import-form";
import { tidyJobs } from "./tidy-jobs";

const ACTIVE_JOBS_ALLOWED = 2;

export type SubmitOutcome = { ok: true; job: ImportJob } | { ok: false; reason: "too-many-active-jobs" };

/** Takes an import in as a pending job, unless two are pending already. Source: Auth0, "Bulk User Imports". */
export async function submitImport(tenant: Tenant, request: ImportRequest): Promise<SubmitOutcome> {
  const now = tenant.clock.now();
  const outcome = await tenant.db.begin(async (tx): Promise<SubmitOutcome> => {
    await tx`lock table import_jobs in share row exclusive mode`;
    await tidyJobs(tx, now);
    const active = await tx`select 1 from import_jobs where status = 'pending'`;
    if (active.length >= ACTIVE_JOBS_ALLOWED) return { ok: false, reason: "too-many-active-jobs" };
    const [job] = await tx<ImportJob[]>`
      insert into import_jobs ${tx({
        id: newJobId(),
        held: tenant.imports.takeHold(),
        external_id: request.externalId ?? null,
        upsert: request.upsert,
        users_file: request.usersFile,
        created_at: now,
      })}
      returning *`;
    if (!job) throw new Error("the inserted import job was not returned");
    return { ok: true, job };
  });
  tenant.imports.wake();
  return outcome;
}

function newJobId(): string {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  return `job_${Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join("")}`;
}
