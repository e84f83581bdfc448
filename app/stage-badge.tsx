import { Badge, type BadgeTone } from "@/components/badge";
import type { Person } from "@/lib/seats/list-people";
import { stateWords } from "./state-words";

/** Where somebody is on the way in, in a word. */
export function StageBadge({ person, now }: { person: Person; now: Date }) {
  const { word, tone } = stageWord(person, now);
  return <Badge tone={tone}>{word}</Badge>;
}

/** The word for a person's state; a letter that ran out while its seat is held says so instead of "Invited". */
export function stageWord({ seat, letter }: Person, now: Date): { word: string; tone: BadgeTone } {
  const isWaiting = seat.state === "imported" || seat.state === "invited" || seat.state === "verified";
  if (isWaiting && letter && letter.expiresAt <= now) return stateWords.expired;
  return stateWords[seat.state];
}
