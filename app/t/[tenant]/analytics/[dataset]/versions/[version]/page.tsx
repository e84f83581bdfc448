import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { describeBytes } from "@/app/describe-bytes";
import { AutoRefresh } from "@/components/auto-refresh";
import { ButtonLink } from "@/components/button";
import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { Progress } from "@/components/progress";
import { type OpenVersion, openVersion } from "@/lib/analytics/datasets/open-version";
import { openTenant } from "../../../../open-tenant";
import {
  decideEncodingAction,
  decideImportAction,
  deleteDatasetAction,
  switchVersionAction,
} from "../../../dataset-actions";
import { canDiscard, describeFileError } from "../../../dataset-words";
import { DiscardDataset } from "../../../discard-dataset";
import { ChangedColumns } from "./changed-columns";
import { ColumnsForm } from "./columns-form";
import { EncodingForm } from "./encoding-form";

type VersionProps = { params: Promise<{ tenant: string; dataset: string; version: string }> };

export const metadata: Metadata = { title: "Import" };

/** A file on its way to be a dataset: what it is taken for, what the admin decides, and what became of it. */
export default async function VersionPage({ params }: VersionProps) {
  const caller = await openTenant(params, "manage-datasets");
  const { dataset: datasetId, version: versionId } = await params;
  const open = await openVersion(caller, datasetId, versionId);
  if (open === null) notFound();
  const { dataset, version } = open;
  const home = `/t/${caller.slug}/analytics`;
  return (
    <>
      <PageHeader
        actions={
          dataset.currentVersionId === null && canDiscard[version.status] ? (
            <DiscardDataset
              home={home}
              name={dataset.name}
              remove={deleteDatasetAction.bind(null, caller.slug, dataset.id)}
            />
          ) : null
        }
        breadcrumb={[{ label: "Analytics", href: home }, { label: dataset.name }]}
        description={
          <>
            Version {version.n} from <bdi>{version.sourceName}</bdi>, {describeBytes(version.sourceBytes)}
          </>
        }
        title={<bdi>{dataset.name}</bdi>}
      />
      <div className="grid gap-6">
        <Stage home={home} open={open} slug={caller.slug} />
      </div>
    </>
  );
}

function Stage({ open, home, slug }: { open: OpenVersion; home: string; slug: string }) {
  const { dataset, version, proposal, options, rejects, changed } = open;
  const retry = (
    <ButtonLink href={`${home}/${dataset.id}/replace`} variant="primary">
      Bring it in again
    </ButtonLink>
  );
  switch (version.status) {
    case "uploading":
      return (
        <Callout actions={retry} title="The file has not arrived" tone="warning">
          It is being sent in another tab, or the sending broke off. Nothing was kept of it yet.
        </Callout>
      );
    case "checking":
    case "importing":
      return (
        <Card>
          <AutoRefresh active />
          <Progress
            detail="You can leave this page"
            label={version.status === "checking" ? "Checking the file" : "Importing"}
          />
        </Card>
      );
    case "failed":
      return (
        <Callout actions={retry} title="The file was refused" tone="danger">
          {describeFileError(version.errorCode ?? "", version.errorFacts)}
        </Callout>
      );
    case "needs-input":
    case "needs-attention":
      if (proposal?.asks === "encoding")
        return (
          <EncodingForm
            decide={decideEncodingAction.bind(null, slug, version.id)}
            line={proposal.line}
            sample={proposal.sample}
          />
        );
      if (proposal?.asks !== "columns") return null;
      return (
        <ColumnsForm
          decide={decideImportAction.bind(null, slug, version.id)}
          options={options}
          proposal={proposal}
          rejects={rejects}
        />
      );
    case "ready":
      if (changed.length > 0 && dataset.currentVersionId !== null)
        return (
          <ChangedColumns
            columns={changed}
            datasetId={dataset.id}
            home={home}
            switchTo={switchVersionAction.bind(null, slug, version.id, dataset.currentVersionId)}
          />
        );
      return (
        <Callout
          actions={
            <ButtonLink href={`${home}/${dataset.id}`} variant="primary">
              Explore
            </ButtonLink>
          }
          title={dataset.currentVersionId === version.id ? "It is ready" : "A newer version is used"}
          tone="positive"
        >
          {(version.rows ?? 0).toLocaleString("en")} rows are stored
          {version.rowsLeftOut
            ? `, ${version.rowsLeftOut.toLocaleString("en")} were left out as decided`
            : ""}
          .
        </Callout>
      );
  }
}
