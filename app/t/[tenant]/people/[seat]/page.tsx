import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { roleOptions, roleWords } from "@/app/role-words";
import { StageBadge } from "@/app/stage-badge";
import { AutoRefresh } from "@/components/auto-refresh";
import { Card } from "@/components/card";
import { DescriptionList } from "@/components/description-list";
import { PageHeader } from "@/components/page-header";
import { Time } from "@/components/time";
import { now } from "@/lib/base/clock";
import { type Person, type Receipt, readPerson } from "@/lib/seats/read-person";
import { openTenant } from "../../open-tenant";
import { releaseSeatAction, renewInvitationAction } from "../actions";
import { whoseSeat } from "../whose-seat";
import { CorrectAddress } from "./correct-address";
import { EditPerson } from "./edit-person";
import { ReceiptCard } from "./receipt-card";
import { SeatButtons } from "./seat-buttons";
import { Timeline } from "./timeline";

export const metadata: Metadata = { title: "Person" };

type PersonPageProps = { params: Promise<{ tenant: string; seat: string }> };

export default async function PersonPage({ params }: PersonPageProps) {
  const caller = await openTenant(params, "see-people");
  const file = await readPerson(caller, (await params).seat);
  if (!file.ok) notFound();
  const { person, timeline, receipt, hasMore, isOnlyAdmin } = file;
  const { seat } = person;
  const name = seat.name || seat.email;
  const about = { slug: caller.slug, seatId: seat.id };
  const isOpen = seat.stage === "reserved" || seat.stage === "imported" || seat.stage === "invited";
  return (
    <>
      <PageHeader
        actions={
          <>
            {seat.stage === "released" ? null : (
              <EditPerson {...about} name={seat.name} role={seat.role} roles={roleOptions} />
            )}
            {isOpen ? <CorrectAddress {...about} email={seat.email} /> : null}
            <SeatButtons
              {...about}
              email={seat.email}
              name={name}
              release={releaseSeatAction.bind(null, caller.slug, seat.id)}
              renew={renewInvitationAction.bind(null, caller.slug, seat.id)}
              stage={seat.stage}
              wasIn={seat.activatedAt !== null}
              whose={whoseSeat(caller, seat.id, isOnlyAdmin)}
            />
          </>
        }
        breadcrumb={[{ label: "People", href: `/t/${caller.slug}/people` }, { label: name }]}
        description={seat.name ? <bdi>{seat.email}</bdi> : undefined}
        title={<bdi>{name}</bdi>}
      />
      <AutoRefresh active={isUnderWay(person, receipt)} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <Card title="Facts">
            <DescriptionList items={factsOf(person, now())} />
          </Card>
          {receipt && (seat.stage === "released" || receipt.auth0.state !== "settled") ? (
            <ReceiptCard receipt={receipt} />
          ) : null}
        </div>
        <Card description={hasMore ? "The newest 200 entries." : undefined} title="What happened">
          <Timeline entries={timeline} />
        </Card>
      </div>
    </>
  );
}

function isUnderWay({ seat }: Person, receipt: Receipt | null): boolean {
  const isWalking = seat.state === "reserved" || seat.state === "imported";
  return isWalking || receipt?.auth0.state === "pending" || receipt?.auth0.state === "waits";
}

function factsOf(person: Person, at: Date) {
  const { seat, letter } = person;
  const isWaiting = seat.stage !== "active" && seat.stage !== "released";
  return [
    { term: "Stage", details: <StageBadge now={at} person={person} /> },
    { term: "Role", details: roleWords[seat.role] },
    { term: "Seat since", details: <Time format="datetime" value={seat.reservedAt} /> },
    ...(letter
      ? [
          {
            term: "Letter sent",
            details: letter.sentAt ? (
              <>
                <Time format="datetime" value={letter.sentAt} />, accepted by the mail server
              </>
            ) : (
              "Not yet"
            ),
          },
          ...(isWaiting
            ? [{ term: "Its link holds until", details: <Time format="datetime" value={letter.expiresAt} /> }]
            : []),
          ...(letter.serverSaid && letter.sentAt === null
            ? [{ term: "Why not sent", details: letter.serverSaid }]
            : []),
        ]
      : []),
    {
      term: "First sign-in",
      details: <Time fallback="Not yet" format="datetime" value={seat.activatedAt} />,
    },
    {
      term: "Last sign-in",
      details: <Time fallback="Not yet" format="datetime" value={seat.lastSignedInAt ?? seat.activatedAt} />,
    },
    ...(seat.releasedAt
      ? [{ term: "Taken back", details: <Time format="datetime" value={seat.releasedAt} /> }]
      : []),
  ];
}
