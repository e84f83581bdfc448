import { listUnsettled } from "@/db/batch-seats";
import type { BatchMember } from "@/db/batches";
import { settleRows } from "@/db/imports";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { releaseSeat } from "@/db/seats";
import { lockTenants } from "@/db/tenants";

const sentences = {
  "refused-by-auth0": "Auth0 did not accept this address. The seat is free again. Check it with the person.",
  "import-failed":
    "Auth0 could not create the account. The seat is free again. Bring the row in once more later.",
} as const;

/** Gives up people whom Auth0 will not take: their seats are free again and their rows say why, in one transaction. */
export async function failMembers(
  scope: PlatformScope,
  batchId: string,
  members: BatchMember[],
  problem: "refused-by-auth0" | "import-failed",
): Promise<void> {
  if (members.length === 0) return;
  const failed = new Set(members.map((member) => member.userId));
  await inPlatform(scope, async (tx) => {
    const concerned = (await listUnsettled(tx, batchId)).filter(
      (seat) => seat.userId !== null && failed.has(seat.userId),
    );
    await lockTenants(tx, [...new Set(concerned.map((seat) => seat.tenantId))]);
    const released: string[] = [];
    for (const seat of concerned) {
      const before = await releaseSeat(tx, { tenantId: seat.tenantId, seatId: seat.id }, "failed", {
        problem,
      });
      if (before !== null) released.push(seat.id);
    }
    await settleRows(tx, released, "failed", { problem, detail: sentences[problem] });
  });
}
