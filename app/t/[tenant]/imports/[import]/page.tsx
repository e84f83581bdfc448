import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AutoRefresh } from "@/components/auto-refresh";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { Progress } from "@/components/progress";
import { Stat, StatList } from "@/components/stat";
import { Time } from "@/components/time";
import { followImport, type Progress as ImportProgress } from "@/lib/onboarding/follow-import";
import { openTenant } from "../../open-tenant";
import { RowsTable } from "./rows-table";

export const metadata: Metadata = { title: "Import" };

const PAGE_SIZE = 100;

type ImportPageProps = {
  params: Promise<{ tenant: string; import: string }>;
  searchParams: Promise<{ after?: string }>;
};

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const caller = await openTenant(params, "import-people");
  const after = Math.min(Math.max(Number.parseInt((await searchParams).after ?? "", 10) || 0, 0), 1_000_000);
  const followed = await followImport(caller, (await params).import, { after, limit: PAGE_SIZE });
  if (!followed.ok) notFound();
  const { head, progress, rows, hasNext } = followed;
  const home = `/t/${caller.slug}/imports`;
  const last = rows.at(-1);
  return (
    <>
      <PageHeader
        actions={<ButtonLink href={`/t/${caller.slug}/people`}>See people</ButtonLink>}
        breadcrumb={[{ label: "Imports", href: home }, { label: head.sourceName }]}
        description={
          <>
            Brought in by <bdi>{head.admittedBy}</bdi>, <Time format="datetime" value={head.createdAt} />
          </>
        }
        title={<bdi>{head.sourceName}</bdi>}
      />
      <AutoRefresh active={progress.underWay > 0} everyMs={1_500} />
      <div className="grid gap-6">
        <ImportSummary progress={progress} />
        <Card padding="none">
          <RowsTable rows={rows} />
        </Card>
        {after > 0 || hasNext ? (
          <Pagination
            label="Pages of rows"
            nextHref={hasNext && last ? `${home}/${head.id}?after=${last.position}` : undefined}
            previousHref={
              after > 0 ? `${home}/${head.id}?after=${Math.max(after - PAGE_SIZE, 0)}` : undefined
            }
            summary={`${rows.length} of ${progress.total.toLocaleString("en-US")} rows`}
          />
        ) : null}
      </div>
    </>
  );
}

function ImportSummary({ progress }: { progress: ImportProgress }) {
  const { total, underWay } = progress;
  const number = (value: number) => value.toLocaleString("en-US");
  return (
    <div className="grid gap-3">
      <Card>
        <Progress
          detail={underWay > 0 ? "This goes on without you: you can close the page." : undefined}
          label={underWay > 0 ? "Creating accounts and sending letters" : "Done"}
          max={total}
          value={total - underWay}
        />
      </Card>
      <StatList>
        <Stat label="Invited" value={number(progress.invited)} />
        <Stat label="Under way" value={number(underWay)} />
        <Stat label="Held a seat already" value={number(progress.already)} />
        <Stat
          label="Need a look"
          tone={progress.attention > 0 ? "danger" : "neutral"}
          value={number(progress.attention)}
        />
        {progress.repeated > 0 ? <Stat label="Listed twice" value={number(progress.repeated)} /> : null}
        <Stat label="Left out or released" value={number(progress.out)} />
      </StatList>
    </div>
  );
}
