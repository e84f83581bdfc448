import { holdPlace, readVersion } from "@/db/dataset-versions";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { takePlace } from "./take-place";

export type VersionSwitched =
  | { ok: true }
  | { ok: false; reason: "not-allowed" | "gone" | "not-ready" | "changed-meanwhile" };

/**
 * Lets a version that is ready take its dataset's place, though people will miss columns in it: the admin has seen which.
 * Asked twice, it does so once.
 * @param replaced the version that was asked when the admin saw what would be missed
 */
export async function switchToVersion(
  caller: TenantCaller,
  versionId: string,
  replaced: string,
): Promise<VersionSwitched> {
  if (!may(caller.role, "manage-datasets")) return { ok: false, reason: "not-allowed" };
  if (!isId(versionId)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    const found = await readVersion(tx, versionId);
    if (found === null) return { ok: false, reason: "gone" };
    if (found.version.status !== "ready" || found.version.clearedAt !== null)
      return { ok: false, reason: "not-ready" };
    const asked = await holdPlace(tx, found.version);
    if (asked.versionId === versionId) return { ok: true };
    if (asked.versionId !== replaced) return { ok: false, reason: "changed-meanwhile" };
    await takePlace(tx, found.version);
    return { ok: true };
  });
}
