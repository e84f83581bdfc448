import { SearchX, Users } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readCursor } from "@/app/read-cursor";
import { roleOptions } from "@/app/role-words";
import { SeatMeter } from "@/app/seat-meter";
import { ButtonAnchor, ButtonLink } from "@/components/button";
import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { PrintNote } from "@/components/print-note";
import { now } from "@/lib/base/clock";
import { listPeople } from "@/lib/seats/list-people";
import { openTenant } from "../open-tenant";
import { AskedPeople } from "./asked-people";
import { BulkBar } from "./bulk-bar";
import { controlOptions, describeChoice } from "./control-options";
import { InvitePerson } from "./invite-person";
import { listHref, listQuery } from "./list-address";
import { OnlyYou } from "./only-you";
import { PeopleControls } from "./people-controls";
import { PeopleTable } from "./people-table";
import { type ListQuery, readListQuery } from "./read-list-query";
import { searchAction } from "./search-action";
import { SelectionProvider } from "./selection";

export const metadata: Metadata = { title: "People" };

const PAGE_SIZE = 50;

type PeoplePageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<ListQuery> };

export default async function PeoplePage({ params, searchParams }: PeoplePageProps) {
  const caller = await openTenant(params, "see-people");
  const query = await searchParams;
  const { choice, isLost } = await readListQuery(query);
  const listed = await listPeople(caller, choice, readCursor(query, PAGE_SIZE));
  if (!listed.ok) notFound();
  const { counts, isOnlyAdmin } = listed;
  const people = isLost ? { rows: [], hasPrevious: false, hasNext: false } : listed.people;
  const home = `/t/${caller.slug}`;
  const [first, last] = [people.rows.at(0)?.seat.id, people.rows.at(-1)?.seat.id];
  const turn = (word: "after" | "before", id: string | undefined) =>
    id === undefined ? undefined : listHref(`${home}/people`, choice, { [word]: id });
  // Nothing is done at once for many who hold no seat.
  const others = people.rows.filter(({ seat }) => seat.id !== caller.seatId && seat.stage !== "released");
  const pickable = others.map(({ seat: { id, state, role } }) => ({ id, state, role }));
  const isAlone = counts.used === 1 && counts.reserved === 0 && listQuery(choice) === "";
  return (
    <>
      <PrintNote
        at={now()}
        isAll={!people.hasPrevious && !people.hasNext}
        owner={caller.tenantName}
        shows={describeChoice(choice)}
      />
      <PageHeader
        actions={
          <>
            <ButtonAnchor download href={listHref(`${home}/people/export`, choice)}>
              Export CSV
            </ButtonAnchor>
            <InvitePerson roles={roleOptions} slug={caller.slug} />
            <ButtonLink href={`${home}/imports/new`} variant="primary">
              Bring in people
            </ButtonLink>
          </>
        }
        description={
          <>
            Everybody who holds a seat at <bdi>{caller.tenantName}</bdi>, or held one.
          </>
        }
        title="People"
      />
      <div className="grid gap-6">
        <Card>
          <SeatMeter counts={counts} />
        </Card>
        <div className="contents print:hidden">
          <AskedPeople caller={caller} />
        </div>
        <PeopleControls
          action={searchAction.bind(null, caller.slug)}
          chosen={choice}
          options={controlOptions}
        />
        {isLost ? (
          <Callout title="Search again" tone="info">
            An address that you search for is kept for a quarter of an hour, and never in the page's own
            address. Type it again.
          </Callout>
        ) : null}
        {people.rows.length === 0 && !isLost ? <Nobody isFiltered={listQuery(choice) !== ""} /> : null}
        {people.rows.length > 0 ? (
          <Card padding="none">
            <SelectionProvider key={first} pickable={pickable}>
              {pickable.length === 0 ? null : (
                <BulkBar
                  hasMore={people.hasNext || people.hasPrevious}
                  query={listQuery(choice)}
                  roles={roleOptions}
                  slug={caller.slug}
                />
              )}
              <PeopleTable caller={caller} isOnlyAdmin={isOnlyAdmin} people={people.rows} />
            </SelectionProvider>
          </Card>
        ) : null}
        {isAlone ? <OnlyYou home={home} /> : null}
        {people.hasPrevious || people.hasNext ? (
          <Pagination
            label="Pages of people"
            nextHref={people.hasNext ? turn("after", last) : undefined}
            previousHref={people.hasPrevious ? turn("before", first) : undefined}
            summary={`${people.rows.length === 1 ? "1 person" : `${people.rows.length} people`} on this page`}
          />
        ) : null}
      </div>
    </>
  );
}

function Nobody({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState icon={<SearchX aria-hidden />} title="Nobody matches">
      Names, last names and addresses are found by their beginning. Try fewer letters, or another stage or
      role.
    </EmptyState>
  ) : (
    <EmptyState icon={<Users aria-hidden />} title="Nobody on this page">
      Bring in a list of people, and each of them gets a seat and a letter.
    </EmptyState>
  );
}
