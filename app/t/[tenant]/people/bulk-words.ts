import type { PickTally } from "./selection";

export type BulkKind = "resend" | "revoke" | "remove" | "change-role";

const waiting = ["imported", "invited", "verified", "undeliverable"];
const concerned: Record<Exclude<BulkKind, "change-role">, readonly string[]> = {
  resend: waiting,
  revoke: ["reserved", ...waiting],
  remove: ["active"],
};

/** How many of those picked an act is about, as far as can be told now, and how many they are in all. */
export function countConcerned(
  tally: PickTally,
  kind: BulkKind,
  role: string,
): { concerned: number; all: number } {
  const isConcerned = (group: PickTally[number]) =>
    kind === "change-role"
      ? group.role !== role && ["reserved", "active", ...waiting].includes(group.state)
      : concerned[kind].includes(group.state);
  const sum = (groups: PickTally) => groups.reduce((total, { count }) => total + count, 0);
  return { concerned: sum(tally.filter(isConcerned)), all: sum(tally) };
}

const number = (value: number) => value.toLocaleString("en-US");
const people = (value: number) => (value === 1 ? "1 person" : `${number(value)} people`);

/** What an act is called, what it will do to how many, and that the rest stay as they are. */
export function describeBulk(kind: BulkKind, counts: { concerned: number; all: number }, roleWord: string) {
  const { concerned: count, all } = counts;
  const isOne = count === 1;
  const words = {
    resend: {
      title: `Send ${people(count)} a new letter?`,
      body: isOne
        ? "The link in the letter they have stops working."
        : "The links in the letters they have stop working.",
      confirm: isOne ? "Send letter" : "Send letters",
    },
    revoke: {
      title: `Revoke ${isOne ? "1 invitation" : `${number(count)} invitations`}?`,
      body: isOne
        ? "The link in the letter stops working, and the seat is free at once."
        : "The links in the letters stop working, and the seats are free at once.",
      confirm: "Revoke",
    },
    remove: {
      title: `Remove ${people(count)}?`,
      body: `They lose access at their next click, and ${isOne ? "the seat is" : "their seats are"} free at once. At least one active admin stays.`,
      confirm: "Remove",
    },
    "change-role": {
      title: `Make ${people(count)} ${roleWord}?`,
      body: "It counts from their next click on. At least one active admin stays.",
      confirm: "Change role",
    },
  }[kind];
  const result = isOne ? "the result" : "each person's result";
  return {
    ...words,
    body: `${words.body}${describeRest(all - count)} You can follow ${result} on the next page.`,
  };
}

function describeRest(rest: number): string {
  if (rest === 0) return "";
  return rest === 1
    ? " The other person selected stays as they are."
    : ` The other ${number(rest)} people selected stay as they are.`;
}
