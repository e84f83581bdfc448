import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AutoRefresh } from "@/components/auto-refresh";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import { followImport } from "@/lib/onboarding/follow-import";
import { openTenant } from "../../open-tenant";
import { type ImportQuery, importHref, readImportQuery } from "./import-address";
import { ImportSummary, partWords } from "./import-summary";
import { RowsTable } from "./rows-table";

export const metadata: Metadata = { title: "Import" };

const PAGE_SIZE = 100;

type ImportPageProps = {
  params: Promise<{ tenant: string; import: string }>;
  searchParams: Promise<ImportQuery>;
};

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const caller = await openTenant(params, "import-people");
  const { part, cursor } = readImportQuery(await searchParams);
  const followed = await followImport(caller, (await params).import, { part, cursor, limit: PAGE_SIZE });
  if (!followed.ok) notFound();
  const { head, progress, rows: page } = followed;
  const imports = `/t/${caller.slug}/imports`;
  const home = `${imports}/${head.id}`;
  const people = `/t/${caller.slug}/people`;
  const [first, last] = [page.rows.at(0), page.rows.at(-1)];
  const count = part === null ? progress.total : progress[part];
  return (
    <>
      <PageHeader
        actions={<ButtonLink href={people}>See people</ButtonLink>}
        breadcrumb={[{ label: "Imports", href: imports }, { label: head.sourceName }]}
        description={
          <>
            Brought in by <bdi>{head.admittedBy}</bdi>, <Time format="datetime" value={head.createdAt} />
          </>
        }
        title={<bdi>{head.sourceName}</bdi>}
      />
      <AutoRefresh active={progress.underWay > 0} everyMs={1_500} />
      <div className="grid gap-6">
        <ImportSummary home={home} progress={progress} shown={part} />
        <Card padding="none">
          {part === null ? null : (
            <p className="flex flex-wrap gap-x-4 gap-y-1 border-border border-b px-4 py-3 text-sm sm:px-5">
              <span className="text-muted">Only rows of “{partWords[part]}” are shown.</span>
              <TextLink href={home} scroll={false}>
                Show all rows
              </TextLink>
            </p>
          )}
          {page.rows.length === 0 ? (
            <p className="px-4 py-6 text-muted sm:px-5">No row is left here.</p>
          ) : (
            <RowsTable people={people} rows={page.rows} />
          )}
        </Card>
        {page.hasPrevious || page.hasNext ? (
          <Pagination
            label="Pages of rows"
            nextHref={page.hasNext && last ? importHref(home, part, { after: last.position }) : undefined}
            previousHref={
              page.hasPrevious && first ? importHref(home, part, { before: first.position }) : undefined
            }
            summary={`${page.rows.length} of ${count.toLocaleString("en-US")} rows`}
          />
        ) : null}
      </div>
    </>
  );
}
