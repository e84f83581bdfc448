import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeatMeter } from "@/app/seat-meter";
import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { Time } from "@/components/time";
import { type NamedRequest, readSeats } from "@/lib/tenants/read-seats";
import { openTenant } from "../open-tenant";
import { RequestForm } from "./request-form";
import { RequestHistory } from "./request-history";

export const metadata: Metadata = { title: "Seats" };

export default async function SeatsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const caller = await openTenant(params, "request-seats");
  const seats = await readSeats(caller);
  if (!seats.ok) notFound();
  const { counts, open, answered } = seats;
  return (
    <>
      <PageHeader
        description={
          <>
            What <bdi>{caller.tenantName}</bdi> has purchased, and how much of it is held.
          </>
        }
        title="Seats"
      />
      <div className="grid gap-6">
        <Card>
          <SeatMeter counts={counts} />
        </Card>
        <Card
          className="max-w-2xl scroll-mt-24"
          id="request"
          description={
            open === null
              ? "Analystick's staff answer, and you get a letter."
              : "One request is open at a time."
          }
          title="Request more seats"
        >
          {open === null ? <RequestForm slug={caller.slug} /> : <OpenRequest request={open} />}
        </Card>
        {answered.length === 0 ? null : (
          <Card padding="none" title="Answered requests">
            <RequestHistory requests={answered} />
          </Card>
        )}
      </div>
    </>
  );
}

function OpenRequest({ request }: { request: NamedRequest }) {
  const { seats, reason, askedBy, createdAt } = request;
  return (
    <Callout
      title={`${seats.toLocaleString("en-US")} more ${seats === 1 ? "seat is" : "seats are"} asked for`}
      tone="info"
    >
      “<bdi>{reason}</bdi>”
      <span className="mt-1 block text-muted text-sm">
        <bdi>{askedBy}</bdi>, <Time format="datetime" value={createdAt} />. Waiting for an answer.
      </span>
    </Callout>
  );
}
