import { Card } from "@/components/card";
import { DescriptionList } from "@/components/description-list";
import { Time } from "@/components/time";
import type { Receipt } from "@/lib/seats/read-person";

/** How far a removal has come, step by step. What other places the person has is nobody's business here. */
export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const at = <Time format="second" value={receipt.at} />;
  const auth0 = <Auth0Step receipt={receipt} />;
  if (receipt.to === "open")
    return (
      <Card title="Restoration">
        <DescriptionList
          items={[
            { term: "Seat held again", details: at },
            { term: "Sign-in at Auth0", details: auth0 },
          ]}
        />
      </Card>
    );
  return (
    <Card
      description="Each step with its time. The first two happened in the same moment."
      title="Removal receipt"
    >
      <DescriptionList
        items={[
          { term: "Refused here", details: at },
          { term: "Seat free", details: at },
          {
            term: "Sessions",
            details:
              receipt.sessionsAt === null ? (
                receipt.auth0.state === "nothing" ? (
                  "There were none"
                ) : (
                  "Being shut out"
                )
              ) : (
                <>
                  Shut out, <Time format="second" value={receipt.sessionsAt} />
                </>
              ),
          },
          { term: "Sign-in at Auth0", details: auth0 },
        ]}
      />
    </Card>
  );
}

function Auth0Step({ receipt: { to, auth0 } }: { receipt: Receipt }) {
  switch (auth0.state) {
    case "nothing":
      return "There was none yet";
    case "pending":
      return to === "shut" ? "Being settled" : "Being opened: not ready yet";
    case "waits":
      return (
        <>
          Waiting since <Time format="second" value={auth0.since} />: Auth0 can't be reached. It is tried
          again until it is done
          {to === "shut" ? "; this organisation is shut to the person all the same" : ""}.
        </>
      );
    case "settled":
      return (
        <>
          {to === "shut" ? "Settled: it opens nothing here any more" : "Open"},{" "}
          <Time format="second" value={auth0.at} />
        </>
      );
  }
}
