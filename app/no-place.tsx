import { ButtonAnchor, ButtonLink } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";
import type { OwnSeat } from "@/lib/access/viewer";
import type { Place } from "./find-way";

type NoPlaceProps = {
  mailbox?: string;
  /** The seats that are shut, or that the person asked for. */
  seats: readonly OwnSeat[];
  /** What is open to them all the same. */
  places?: readonly Place[];
};

/** Signed in, but no place is open: says why, and what to ask whom. */
export function NoPlace({ mailbox, seats, places = [] }: NoPlaceProps) {
  const { title, description } = explain(seats);
  return (
    <CenteredPage
      actions={
        <>
          {places.length > 0 ? (
            <ButtonLink href="/" variant="primary">
              {places.length === 1 ? `Go to ${places[0]?.name}` : "Choose another place"}
            </ButtonLink>
          ) : null}
          <ButtonAnchor href="/auth/logout" variant={places.length > 0 ? "secondary" : "primary"}>
            Sign out
          </ButtonAnchor>
        </>
      }
      description={description}
      footer={mailbox ? <>Signed in as {mailbox}.</> : undefined}
      title={title}
    />
  );
}

/** The reason that a person can do something about comes first. */
function explain(seats: readonly OwnSeat[]): { title: string; description: string } {
  const invited = seats.find((seat) => seat.stage === "invited" || seat.stage === "imported");
  if (invited)
    return {
      title: `${invited.tenantName} has invited you`,
      description: `Open the letter from ${invited.tenantName} in your mailbox and press its button; that leads you in. No letter? Ask whoever manages ${invited.tenantName}'s seats to send it again.`,
    };
  const suspended = seats.find((seat) => seat.suspended && seat.stage !== "released");
  if (suspended)
    return {
      title: `${suspended.tenantName} is suspended`,
      description: `Nobody can open ${suspended.tenantName}'s analytics at the moment. Your seat and your data are kept. ${askOfSuspended(suspended)}`,
    };
  const gone = seats.find((seat) => seat.stage === "released");
  if (gone?.releaseReason === "expired")
    return {
      title: `Your invitation to ${gone.tenantName} has expired`,
      description: `It was not used in time, and the seat went back. Open the letter and press its button to ask for a new one, or ask whoever manages ${gone.tenantName}'s seats.`,
    };
  if (gone)
    return {
      title: `Your seat at ${gone.tenantName} was taken back`,
      description: `You can no longer open ${gone.tenantName}'s analytics. If that is a mistake, ask whoever manages ${gone.tenantName}'s seats to invite you again.`,
    };
  return {
    title: "You don't have a seat yet",
    description:
      "Were you invited? Then open your letter and press its button: it leads you in. Invited under another address? Sign out and use that one. Otherwise ask the person who manages Analystick in your organisation for a seat.",
  };
}

/** Only Analystick can resume a tenant. Its admins deal with Analystick; for everybody else they are the ones to ask. */
function askOfSuspended({ role, tenantName }: OwnSeat): string {
  return role === "admin"
    ? "Only Analystick can open it again: ask your contact there."
    : `For more, ask whoever manages ${tenantName}'s seats. They can ask Analystick to open it again.`;
}
