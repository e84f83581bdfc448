import { type Auth0Failure, callAuth0 } from "./call-auth0";
import { managementClient } from "./management-client";

/** How an import stands, and, when it is done, which users it did not create and why. */
export type ImportState =
  | { status: "running" }
  | { status: "failed" }
  | { status: "completed"; rejections: ImportRejection[] };

/** `duplicate`: Auth0 knows the mailbox or id already. `refused`: it does not accept the user; `code` is its word. */
export type ImportRejection = {
  userId: string | null;
  mailbox: string | null;
  reason: "duplicate" | "refused";
  code: string;
};

/** Reads a users-imports job. Auth0 forgets jobs after 24 hours; that answers `not-found`. */
export async function readImport(jobId: string): Promise<{ ok: true; value: ImportState } | Auth0Failure> {
  const job = await callAuth0({ name: "jobs.get", group: "other", urgent: false }, () =>
    managementClient().jobs.get(jobId),
  );
  if (!job.ok) return job;
  if (job.value.status === "failed") return { ok: true, value: { status: "failed" } };
  if (job.value.status !== "completed") return { ok: true, value: { status: "running" } };
  const errors = await callAuth0({ name: "jobs.errors", group: "other", urgent: false }, () =>
    managementClient().jobs.errors.get(jobId),
  );
  if (!errors.ok) return errors;
  return { ok: true, value: { status: "completed", rejections: toRejections(errors.value) } };
}

function toRejections(reply: unknown): ImportRejection[] {
  if (!Array.isArray(reply)) return [];
  return reply.map((entry: { user?: Record<string, unknown>; errors?: { code?: string }[] }) => {
    const code = entry.errors?.[0]?.code ?? "UNKNOWN";
    const text = (field: string) =>
      typeof entry.user?.[field] === "string" ? String(entry.user[field]) : null;
    return {
      userId: text("user_id"),
      mailbox: text("email"),
      reason: /^(DUPLICATED_USER|CONFLICT)/.test(code) ? "duplicate" : "refused",
      code,
    };
  });
}
