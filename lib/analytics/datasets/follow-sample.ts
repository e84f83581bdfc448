import { inTenant } from "@/db/in-tenant";
import { readSample } from "@/db/samples";
import { readOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";

/** Where the sample stands. `ready`: to be tried; beside data of their own an organisation needs it no more. */
export type SampleState =
  | { kind: "none" }
  | { kind: "on-its-way" }
  | { kind: "ready"; datasetId: string; hasOwnData: boolean };

/** Where the sample of the caller's tenant stands, for those who may remove it. */
export async function followSample(caller: TenantCaller): Promise<SampleState> {
  if (!may(caller.role, "manage-datasets")) return { kind: "none" };
  return inTenant(caller.scope, async (tx) => {
    const sample = await readSample(tx);
    if (sample?.status === "ready")
      return { kind: "ready", datasetId: sample.id, hasOwnData: sample.hasOwnData };
    const isAwaited = sample?.status === "on-its-way" || (await readOwnTenant(tx)).sampleAwaited;
    return { kind: isAwaited ? "on-its-way" : "none" };
  });
}
