import { Badge, type BadgeTone } from "@/components/badge";
import type { Person } from "@/lib/seats/list-people";

/** Where somebody is on the way in, in a word. */
export function StageBadge({ person, now }: { person: Person; now: Date }) {
  const { word, tone } = stageWord(person, now);
  return <Badge tone={tone}>{word}</Badge>;
}

/** The word for a person's stage; a letter that bounced or ran out says so instead of "Invited". */
export function stageWord({ seat, letter }: Person, now: Date): { word: string; tone: BadgeTone } {
  if (seat.stage === "active") return { word: "Active", tone: "positive" };
  if (letter?.refusedAt) return { word: "Undeliverable", tone: "danger" };
  if (letter && letter.expiresAt <= now) return { word: "Expired", tone: "warning" };
  switch (seat.stage) {
    case "reserved":
      return { word: "Reserved", tone: "neutral" };
    case "imported":
      return { word: "Imported", tone: "neutral" };
    case "verified":
      return { word: "Verified", tone: "info" };
    default:
      return { word: "Invited", tone: "info" };
  }
}
