import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { findDataset } from "@/lib/analytics/datasets/find-dataset";
import { openTenant } from "../../../open-tenant";
import { beginUploadAction } from "../../dataset-actions";
import { UploadForm } from "../../upload-form";

export const metadata: Metadata = { title: "Bring in a new version" };

/** The next version of a dataset. */
export default async function ReplacePage({
  params,
}: {
  params: Promise<{ tenant: string; dataset: string }>;
}) {
  const caller = await openTenant(params, "manage-datasets");
  const dataset = await findDataset(caller, (await params).dataset);
  if (dataset === null) notFound();
  const home = `/t/${caller.slug}/analytics`;
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Analytics", href: home }, { label: dataset.name }, { label: "New version" }]}
        description="The new file takes the place of the one before as soon as it is imported. Kept charts go on by the names of the columns; should one be missing or hold something else, you are asked first."
        title="Bring in a new version"
      />
      <Card className="max-w-2xl">
        <UploadForm begin={beginUploadAction.bind(null, caller.slug)} datasetId={dataset.id} home={home} />
      </Card>
    </>
  );
}
