import { setTimeout as wait } from "node:timers/promises";
import type { TestTenant } from "./start-test-tenant";
import { connection } from "./test-app";

/** Submits an import through the SDK. */
export function importPeople(tenant: TestTenant, users: unknown, extra: { upsert?: boolean } = {}) {
  const text = typeof users === "string" ? users : JSON.stringify(users);
  return tenant.management.jobs.usersImports.create({
    users: { data: Buffer.from(text), filename: "users.json", contentType: "application/json" },
    connection_id: connection.id,
    external_id: "batch-1",
    upsert: false,
    send_completion_email: false,
    ...extra,
  });
}

/** Polls a job until it is no longer pending. */
export async function jobEnd(tenant: TestTenant, id: string) {
  for (;;) {
    const job = await tenant.management.jobs.get(id);
    if (job.status !== "pending") return job;
    await wait(50);
  }
}
