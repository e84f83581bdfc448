import { Users } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageLinks } from "@/app/page-links";
import { readCursor } from "@/app/read-cursor";
import { SeatMeter } from "@/app/seat-meter";
import { ButtonLink } from "@/components/button";
import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { listPeople } from "@/lib/seats/list-people";
import { openTenant } from "../open-tenant";
import { AskedPeople } from "./asked-people";
import { PeopleTable } from "./people-table";

export const metadata: Metadata = { title: "People" };

const PAGE_SIZE = 50;

type PeoplePageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ after?: string; before?: string }>;
};

export default async function PeoplePage({ params, searchParams }: PeoplePageProps) {
  const caller = await openTenant(params, "see-people");
  const listed = await listPeople(caller, readCursor(await searchParams, PAGE_SIZE));
  if (!listed.ok) notFound();
  const { people, counts } = listed;
  const home = `/t/${caller.slug}`;
  const links = pageLinks(`${home}/people`, people, ({ seat }) => seat.id);
  return (
    <>
      <PageHeader
        actions={
          <ButtonLink href={`${home}/imports/new`} variant="primary">
            Bring in people
          </ButtonLink>
        }
        description={`Everybody who holds a seat at ${caller.tenantName}.`}
        title="People"
      />
      <div className="grid gap-6">
        <Card>
          <SeatMeter counts={counts} />
        </Card>
        {counts.free < 0 ? (
          <Callout title="More seats are held than purchased" tone="warning">
            Nobody loses their seat, but no new one can be given until {-counts.free} are taken back or
            purchased.
          </Callout>
        ) : null}
        <AskedPeople caller={caller} />
        {people.rows.length === 0 ? (
          <EmptyState icon={<Users aria-hidden />} title="Nobody on this page">
            Bring in a list of people, and each of them gets a seat and a letter.
          </EmptyState>
        ) : (
          <Card padding="none">
            <PeopleTable ownSeatId={caller.seatId} people={people.rows} slug={caller.slug} />
          </Card>
        )}
        {links.previousHref || links.nextHref ? (
          <Pagination
            label="Pages of people"
            {...links}
            summary={`${people.rows.length} people on this page`}
          />
        ) : null}
      </div>
    </>
  );
}
