import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import { listSeatRequests, type OpenSeatRequest } from "@/lib/tenants/list-seat-requests";
import { openStaff } from "../open-staff";
import { AnswerForm } from "./answer-form";

export const metadata: Metadata = { title: "Requests" };

export default async function RequestsPage() {
  const caller = await openStaff();
  const { requests, count } = await listSeatRequests(caller);
  const rest = count - requests.length;
  return (
    <>
      <PageHeader description="Tenants that ask for more seats, the oldest first." title="Requests" />
      {requests.length === 0 ? (
        <EmptyState icon={<Inbox aria-hidden />} title="No open request">
          When an admin asks for more seats, the request stands here until it is answered.
        </EmptyState>
      ) : (
        <div className="grid max-w-2xl gap-6">
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} />
          ))}
          {rest > 0 ? (
            <p className="text-muted">And {rest.toLocaleString("en-US")} more after these.</p>
          ) : null}
        </div>
      )}
    </>
  );
}

function RequestCard({ request }: { request: OpenSeatRequest }) {
  const { tenantName, slug, seats, counts, reason, askedBy, createdAt } = request;
  const number = (value: number) => value.toLocaleString("en-US");
  return (
    <Card
      actions={<TextLink href={`/staff/tenants/${slug}`}>Open tenant</TextLink>}
      description={
        <>
          <bdi>{askedBy}</bdi>, <Time format="datetime" value={createdAt} />
        </>
      }
      title={
        <>
          <bdi>{tenantName}</bdi>: {number(seats)} more
        </>
      }
    >
      <div className="grid gap-4">
        <p className="wrap-anywhere">
          “<bdi>{reason}</bdi>”
        </p>
        <p className="text-muted text-sm">
          {number(counts.purchased)} purchased, {number(counts.used + counts.reserved)} held. Approving makes
          it {number(counts.purchased + seats)} purchased.
        </p>
        <AnswerForm requestId={request.id} tenantName={tenantName} />
      </div>
    </Card>
  );
}
