import { History, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readCursor } from "@/app/read-cursor";
import { ButtonAnchor } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { PrintNote } from "@/components/print-note";
import { now } from "@/lib/base/clock";
import { readActivityChoice } from "@/lib/tenants/choose-activity";
import { listActivity } from "@/lib/tenants/list-activity";
import { openTenant } from "../open-tenant";
import { activityHref } from "./activity-address";
import { ActivityControls } from "./activity-controls";
import { ActivityTable } from "./activity-table";
import { describeChoice } from "./activity-words";

export const metadata: Metadata = { title: "Activity" };

const PAGE_SIZE = 50;

type ActivityQuery = Partial<Record<"kind" | "source" | "from" | "to" | "after" | "before", string>>;
type ActivityPageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<ActivityQuery> };

export default async function ActivityPage({ params, searchParams }: ActivityPageProps) {
  const caller = await openTenant(params, "see-activity");
  const query = await searchParams;
  const choice = readActivityChoice(query);
  const listed = await listActivity(caller, choice, readCursor(query, PAGE_SIZE));
  if (!listed.ok) notFound();
  const { rows, hasPrevious, hasNext } = listed.activity;
  const home = `/t/${caller.slug}/activity`;
  const turn = (word: "after" | "before", ref: string | undefined) =>
    ref === undefined ? undefined : activityHref(home, choice, { [word]: ref });
  return (
    <>
      <PrintNote
        at={now()}
        isAll={!hasPrevious && !hasNext}
        owner={caller.tenantName}
        shows={describeChoice(choice)}
      />
      <PageHeader
        actions={
          <ButtonAnchor download href={activityHref(`${home}/export`, choice)}>
            Export CSV
          </ButtonAnchor>
        }
        description={
          <>
            Every change at <bdi>{caller.tenantName}</bdi>, newest first: who made it, when, and what was
            there before.
          </>
        }
        title="Activity"
      />
      <div className="grid gap-6">
        <ActivityControls chosen={choice} path={home} />
        {rows.length === 0 ? (
          <Nothing isFiltered={activityHref("", choice) !== ""} />
        ) : (
          <Card padding="none">
            <ActivityTable entries={rows} place={caller} />
          </Card>
        )}
        {hasPrevious || hasNext ? (
          <Pagination
            label="Pages of activity"
            nextHref={hasNext ? turn("after", rows.at(-1)?.ref) : undefined}
            previousHref={hasPrevious ? turn("before", rows.at(0)?.ref) : undefined}
            summary={`${rows.length} changes on this page`}
          />
        ) : null}
      </div>
    </>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState icon={<SearchX aria-hidden />} title="Nothing matches">
      Try another kind of change, or a longer time.
    </EmptyState>
  ) : (
    <EmptyState icon={<History aria-hidden />} title="Nothing happened yet">
      Whatever changes here is written down: seats, people, letters, lists and settings.
    </EmptyState>
  );
}
