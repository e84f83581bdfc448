import { analyticsWords } from "@/app/describe-analytics";
import { count, type EntryWords, type Facts, text } from "@/app/entry-words";
import { roleWords } from "@/app/role-words";
import { stateWords } from "@/app/state-words";
import type { Role, State } from "@/lib/seats/choose-people";
import type { TimelineEntry } from "@/lib/seats/read-person";

/** What happened, in words. */
export function describeEntry({ verb, facts }: Pick<TimelineEntry, "verb" | "facts">): EntryWords {
  // While versions change, an older one may read what only a newer one has a word for.
  return words[verb]?.(facts) ?? { title: verb };
}

/** Who did it. Of staff and machinery a tenant learns no names. */
export function describeActor({ actor }: Pick<TimelineEntry, "actor">): string {
  switch (actor.kind) {
    case "person":
      return actor.name;
    case "link":
      return "Whoever held the letter";
    case "staff":
      return "Analystick staff";
    case "job":
      return "Automatic";
    case "operator":
      return "Analystick";
  }
}

/** Everything that the log can say of a tenant. A verb without words does not compile. */
export const words: Record<TimelineEntry["verb"], (facts: Facts) => EntryWords> = {
  "tenant.created": ({ seats }) => ({
    title: "Organisation created",
    detail: `With ${count(seats, "seat")}`,
  }),
  "tenant.seats-changed": ({ before, after }) => ({
    title: "Purchased seats changed",
    change: { before: text(before), after: text(after) },
  }),
  "tenant.suspended": () => ({ title: "Suspended: nobody can sign in" }),
  "tenant.resumed": () => ({ title: "Opened again after the suspension" }),
  "tenant.settings-changed": (facts) => ({
    title: "Settings changed",
    change: {
      before: describeSettings(facts.daysBefore, facts.remindersBefore),
      after: describeSettings(facts.daysAfter, facts.remindersAfter),
    },
  }),
  "seats.requested": ({ seats, reason }) => ({
    title: `Asked for ${count(seats, "more seat")}`,
    detail: text(reason),
  }),
  "seats.approved": ({ seats, word, before, after }) => ({
    title: `Approved: ${count(seats, "more seat")}`,
    detail: text(word),
    change: { before: text(before), after: text(after) },
  }),
  "seats.declined": ({ seats, word }) => ({
    title: `Declined: ${count(seats, "more seat")}`,
    detail: text(word),
  }),
  "import.admitted": ({ rows, seats }) => ({
    title: "Brought in a list of people",
    detail: `${count(rows, "row")}, ${count(seats, "seat")} taken`,
  }),
  "seat.reserved": ({ again, role }) =>
    again === true
      ? { title: "Put back to the start", detail: "Auth0 no longer knew the account; it is created anew." }
      : { title: "Admitted: a seat was reserved", detail: `As ${roleWord(role)}` },
  "seat.imported": () => ({ title: "Account imported" }),
  "seat.invited": () => ({ title: "Invited" }),
  "seat.verified": () => ({ title: "Address verified" }),
  "seat.proved": () => ({ title: "Password set and confirmed" }),
  "seat.activated": () => ({ title: "First sign-in" }),
  "seat.renamed": ({ before, after }) => ({
    title: "Name changed",
    change: { before: text(before) || "no name", after: text(after) || "no name" },
  }),
  "seat.role-changed": ({ before, after }) => ({
    title: "Role changed",
    change: { before: roleWord(before), after: roleWord(after) },
  }),
  "seat.released": describeRelease,
  "seat.restored": ({ stage }) => ({
    title: "Restored",
    detail: stage === "active" ? "Back in, with their password" : "On the way again, with a new letter",
  }),
  "seat.sessions-settled": () => ({ title: "Open sessions shut out of this organisation" }),
  "seat.sign-in-waits": () => ({
    title: "Waiting for Auth0",
    detail: "It did not answer; it is asked again until it is done.",
  }),
  "seat.sign-in-settled": ({ to }) =>
    to === "open"
      ? { title: "Sign-in opened at Auth0" }
      : { title: "Sign-in settled at Auth0", detail: "It opens nothing here any more" },
  "bulk.asked": ({ kind, people, role }) => ({
    title: `${bulkWords[text(kind)] ?? "Asked"} for ${people === 1 ? "1 person" : `${text(people)} people`}`,
    detail: role === null ? undefined : `To ${roleWord(role)}`,
  }),
  "invitation.renewed": () => ({
    title: "New letter asked for",
    detail: "The link in the letter before it is void.",
  }),
  // What a server says when it accepts a letter tells people nothing; a refusal says why.
  "invitation.sent": () => ({ title: "Letter accepted by the mail server" }),
  "invitation.refused": ({ serverSaid }) => ({
    title: "Letter refused by the mail server",
    detail: text(serverSaid),
  }),
  "invitation.opened": () => ({ title: "Link used for the first time" }),
  "invitation.asked": () => ({ title: "Asked for a new letter", detail: "The link had expired." }),
  "letter.sent": ({ kind }) => ({ title: `${letterWord(kind)} accepted by the mail server` }),
  "letter.refused": ({ kind, serverSaid }) => ({
    title: `${letterWord(kind)} refused by the mail server`,
    detail: text(serverSaid),
  }),
  "letter.dropped": ({ kind }) => ({ title: `${letterWord(kind)} not sent: it was no longer needed` }),
  ...analyticsWords,
};

const bulkWords: Record<string, string> = {
  resend: "New letters asked for",
  revoke: "Revocation asked for",
  remove: "Removal asked for",
  "change-role": "New role asked for",
};

const letterWords: Record<string, string> = {
  reminder: "Reminder",
  "seat-notice": "Notice about seats",
  "letter-asked": "Notice that somebody asks for a letter",
  "seats-answered": "Answer to the request for seats",
};

function letterWord(kind: unknown): string {
  return letterWords[text(kind)] ?? "Letter";
}

function describeRelease(facts: Facts): EntryWords {
  if (facts.left === true) return { title: "Left: gave the seat back" };
  if (facts.insteadCame !== undefined)
    return { title: "Address corrected", detail: "Invited anew under another address; this seat is closed." };
  return {
    title: `${stateWords[asState(facts.reason)].word}: the seat is free`,
    change: { before: stageWord(facts.from), after: stateWords[asState(facts.reason)].word },
  };
}

function describeSettings(days: unknown, reminders: unknown): string {
  return `${count(days, "day")}, ${reminders === true ? "with" : "without"} reminders`;
}

/** A role of today, or as it was written down then. */
function roleWord(role: unknown): string {
  return typeof role === "string" ? (roleWords[role as Role] ?? role) : "viewer";
}

function stageWord(stage: unknown): string {
  return stateWords[stage as State]?.word ?? text(stage);
}

function asState(reason: unknown): State {
  return reason === "revoked" || reason === "expired" || reason === "failed" ? reason : "removed";
}
