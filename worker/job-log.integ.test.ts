import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { setLogLevel } from "@/lib/base/log";
import { performJob } from "./perform-job";

openPortal();

it("each line of a job says which job it is, who acts, and for which tenant where there is one", async () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  setLogLevel("debug");
  const [tenantId, invitationId, userId] = [randomUUID(), randomUUID(), randomUUID()];
  const jobs = [
    { id: "17", name: "invite" as const, payload: { tenantId, invitationId } },
    { id: "18", name: "reconcile-identity" as const, payload: { userId } },
  ];
  await Promise.all(jobs.map((job) => performJob({ ...job, key: job.name, queue: null })));
  const lines = write.mock.calls.map(([line]) => JSON.parse(String(line)));
  write.mockRestore();
  expect(lines).toContainEqual(
    expect.objectContaining({ event: "job.done", jobId: "17", actor: "job:invite", tenantId }),
  );
  const other = lines.find(({ jobId }) => jobId === "18");
  expect(other).toMatchObject({ event: "job.done", actor: "job:reconcile-identity" });
  expect(other).not.toHaveProperty("tenantId");
});
