import type { Metadata } from "next";
import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { openTenant } from "../../open-tenant";
import { beginUploadAction } from "../dataset-actions";
import { UploadForm } from "../upload-form";

export const metadata: Metadata = { title: "Bring in data" };

/** A new dataset, from a file. */
export default async function NewDatasetPage({ params }: { params: Promise<{ tenant: string }> }) {
  const caller = await openTenant(params, "manage-datasets");
  const home = `/t/${caller.slug}/analytics`;
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Analytics", href: home }, { label: "Bring in data" }]}
        description="One file is one table: the first line names the columns, each line after it is a row. You see what will become of it before anything is imported."
        title="Bring in data"
      />
      <noscript>
        <Callout className="mb-6" title="This page needs JavaScript" tone="warning">
          A file is sent piece by piece, which a page without JavaScript can't do.
        </Callout>
      </noscript>
      <Card className="max-w-2xl">
        <UploadForm begin={beginUploadAction.bind(null, caller.slug)} datasetId={null} home={home} />
      </Card>
    </>
  );
}
