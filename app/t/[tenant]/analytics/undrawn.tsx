import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { restorableUntil } from "@/lib/analytics/datasets/deleted-days";
import type { OpenChart } from "@/lib/analytics/open-chart";

type UndrawnProps = { caller: TenantCaller; found: OpenChart };

/** Why a kept chart can't be drawn, and what the reader may do about it. */
export function Undrawn({ caller, found: { dataset, datasetName, dataDeletedAt } }: UndrawnProps) {
  const canKeep = may(caller.role, "keep-charts");
  if (dataset !== null)
    return `This chart was kept in words that this version does not know. ${canKeep ? "Put its question together anew." : "An editor can put its question together anew."}`;
  const until = dataDeletedAt === null ? null : restorableUntil(dataDeletedAt);
  return (
    <>
      The data of this chart was removed: <bdi>{datasetName}</bdi>.{" "}
      {until === null ? (
        canKeep && "It is gone for good; delete the chart, or keep it anew from other data."
      ) : may(caller.role, "manage-datasets") ? (
        <>
          <TextLink href={`/t/${caller.slug}/analytics#deleted`}>Restore it</TextLink> until{" "}
          <Time format="date" value={until} />, or delete the chart.
        </>
      ) : (
        <>
          An admin can restore it until <Time format="date" value={until} />.
        </>
      )}
    </>
  );
}
