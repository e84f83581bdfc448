import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { roleWords } from "@/app/role-words";
import { AutoRefresh } from "@/components/auto-refresh";
import { Badge } from "@/components/badge";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { Progress } from "@/components/progress";
import { Stat, StatList } from "@/components/stat";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import { type BulkAct, type BulkFollowed, type BulkPerson, followBulk } from "@/lib/seats/follow-bulk";
import { openTenant } from "../../../open-tenant";
import { outcomeWords } from "./outcome-words";

export const metadata: Metadata = { title: "For many people" };

const PAGE_SIZE = 100;

type BulkPageProps = {
  params: Promise<{ tenant: string; act: string }>;
  searchParams: Promise<{ after?: string }>;
};

export default async function BulkPage({ params, searchParams }: BulkPageProps) {
  const caller = await openTenant(params, "see-people");
  const after = Math.min(Math.max(Number.parseInt((await searchParams).after ?? "", 10) || 0, 0), 1_000_000);
  const followed = await followBulk(caller, (await params).act, { after, limit: PAGE_SIZE });
  if (!followed.ok) notFound();
  const { act, left, rows, hasNext } = followed;
  const people = `/t/${caller.slug}/people`;
  const home = `${people}/bulk/${act.id}`;
  const last = rows.at(-1);
  return (
    <>
      <PageHeader
        actions={<ButtonLink href={people}>See people</ButtonLink>}
        breadcrumb={[{ label: "People", href: people }, { label: titleOf(act) }]}
        description={
          <>
            Asked for by <bdi>{act.askerName}</bdi>, <Time format="datetime" value={act.createdAt} />
          </>
        }
        title={titleOf(act)}
      />
      <AutoRefresh active={left > 0} everyMs={1_500} />
      <div className="grid gap-6">
        <BulkSummary followed={followed} />
        <Card padding="none">
          <BulkTable kind={act.kind} people={people} rows={rows} />
        </Card>
        {after > 0 || hasNext ? (
          <Pagination
            label="Pages of people"
            nextHref={hasNext && last ? `${home}?after=${last.position}` : undefined}
            previousHref={after > 0 ? `${home}?after=${Math.max(after - PAGE_SIZE, 0)}` : undefined}
            summary={`${rows.length} of ${act.rowCount.toLocaleString("en-US")} people`}
          />
        ) : null}
      </div>
    </>
  );
}

function titleOf({ kind, role }: BulkAct): string {
  switch (kind) {
    case "resend":
      return "New letters";
    case "revoke":
      return "Revoking invitations";
    case "remove":
      return "Removing people";
    case "change-role":
      return role === null ? "Changing roles" : `Making people ${roleWords[role].toLowerCase()}`;
  }
}

function BulkSummary({ followed }: { followed: Extract<BulkFollowed, { ok: true }> }) {
  const { act, tally, left } = followed;
  const done = tally.get("done") ?? 0;
  return (
    <div className="grid gap-3">
      <Card>
        <Progress
          detail={left > 0 ? "This goes on without you: you can close the page." : undefined}
          label={left > 0 ? "One person after the other" : "Done"}
          max={act.rowCount}
          value={act.rowCount - left}
        />
      </Card>
      <StatList>
        <Stat label={outcomeWords(act.kind, "done").word} value={done} />
        <Stat label="Stayed as they were" value={act.rowCount - left - done} />
        <Stat label="Waiting" value={left} />
      </StatList>
    </div>
  );
}

type BulkTableProps = { kind: BulkAct["kind"]; rows: readonly BulkPerson[]; people: string };

function BulkTable({ kind, rows, people }: BulkTableProps) {
  return (
    <Table caption="What became of each person">
      <TableHead>
        <TableRow>
          <Th>Person</Th>
          <Th>Result</Th>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => {
          const { word, tone, why } = outcomeWords(kind, row.outcome);
          return (
            <TableRow key={row.position}>
              <Td className="sm:min-w-64">
                <span className="block wrap-anywhere">
                  <TextLink href={`${people}/${row.seatId}`}>
                    <bdi>{row.name || row.email}</bdi>
                  </TextLink>
                </span>
                {row.name ? (
                  <span className="block text-muted text-sm wrap-anywhere">{row.email}</span>
                ) : null}
              </Td>
              <Td label="Result">
                <Badge tone={tone}>{word}</Badge>
                {why ? <span className="mt-1 block max-w-prose text-muted text-sm">{why}</span> : null}
              </Td>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
