import { roleWords } from "@/app/role-words";
import { stateWords } from "@/app/state-words";
import type { Role, State } from "@/lib/seats/choose-people";
import type { TimelineEntry } from "@/lib/seats/read-person";

type Words = { title: string; detail?: string };

/** What happened, in words, and what else the log says of it. */
export function describeEntry({ verb, facts }: TimelineEntry): Words {
  switch (verb) {
    case "seat.reserved":
      return facts.again === true
        ? { title: "Put back to the start", detail: "Auth0 no longer knew the account; it is created anew." }
        : { title: "Admitted: a seat was reserved", detail: `As ${roleWord(facts.role)}` };
    case "seat.imported":
      return { title: "Account imported" };
    case "seat.invited":
      return { title: "Invited" };
    case "invitation.sent":
      return { title: "Letter accepted by the mail server", ...said(facts) };
    case "invitation.refused":
      return { title: "Letter refused by the mail server", ...said(facts) };
    case "invitation.renewed":
      return { title: "New letter asked for", detail: "The link in the letter before it is void." };
    case "invitation.opened":
      return { title: "Link used for the first time" };
    case "seat.verified":
      return { title: "Address verified" };
    case "seat.proved":
      return { title: "Password set and confirmed" };
    case "seat.activated":
      return { title: "First sign-in" };
    case "seat.renamed":
      return { title: "Name changed", detail: change(facts.before || "no name", facts.after || "no name") };
    case "seat.role-changed":
      return { title: "Role changed", detail: change(roleWord(facts.before), roleWord(facts.after)) };
    case "seat.released":
      return describeRelease(facts);
    case "seat.restored":
      return {
        title: "Restored",
        detail:
          facts.stage === "active" ? "Back in, with their password" : "On the way again, with a new letter",
      };
    case "seat.sessions-settled":
      return { title: "Open sessions shut out of this organisation" };
    case "seat.sign-in-waits":
      return { title: "Waiting for Auth0", detail: "It did not answer; it is asked again until it is done." };
    case "seat.sign-in-settled":
      return facts.to === "open"
        ? { title: "Sign-in opened at Auth0" }
        : { title: "Sign-in settled at Auth0", detail: "Blocked, or kept by Analystick's rules" };
    default:
      return { title: verb };
  }
}

function describeRelease(facts: TimelineEntry["facts"]): Words {
  if (facts.left === true) return { title: "Left: gave the seat back" };
  if (facts.insteadCame !== undefined)
    return { title: "Address corrected", detail: "Invited anew under another address; this seat is closed." };
  const word = stateWords[asState(facts.reason)].word;
  return { title: `${word}: the seat is free` };
}

/** Who did it. Staff and machinery are Analystick to a tenant. */
export function describeActor({ actor }: TimelineEntry): string {
  switch (actor.kind) {
    case "person":
      return actor.name;
    case "link":
      return "Whoever held the letter";
    default:
      return "Analystick";
  }
}

function said({ serverSaid }: TimelineEntry["facts"]): Pick<Words, "detail"> {
  return typeof serverSaid === "string" && serverSaid !== "" ? { detail: serverSaid } : {};
}

function change(before: unknown, after: unknown): string {
  return `From ${String(before)} to ${String(after)}`;
}

/** A role of today, or as it was written down then. */
function roleWord(role: unknown): string {
  return typeof role === "string" ? (roleWords[role as Role] ?? role) : "viewer";
}

function asState(reason: unknown): State {
  return reason === "revoked" || reason === "expired" || reason === "failed" ? reason : "removed";
}
