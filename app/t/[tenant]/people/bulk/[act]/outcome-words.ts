import type { BadgeTone } from "@/components/badge";
import type { BulkAct, BulkOutcome } from "@/lib/seats/follow-bulk";

type Words = { word: string; tone: BadgeTone; why?: string };

const doneWords: Record<BulkAct["kind"], string> = {
  resend: "Letter on its way",
  revoke: "Revoked",
  remove: "Removed",
  "change-role": "Role changed",
};

const otherWords: Record<Exclude<BulkOutcome, "done">, Words> = {
  already: { word: "As it was", tone: "neutral", why: "They have this role already." },
  "is-in": {
    word: "Not revoked",
    tone: "warning",
    why: "They have got in. Remove them to take the seat back.",
  },
  "not-created": {
    word: "No letter yet",
    tone: "neutral",
    why: "Their account is being created. The letter follows by itself.",
  },
  "not-in": {
    word: "Not removed",
    tone: "warning",
    why: "They are not in yet. Revoke the invitation to take the seat back.",
  },
  yourself: { word: "Left out", tone: "neutral", why: "This is you. Leave by the menu of your account." },
  "lost-right": {
    word: "Not done",
    tone: "danger",
    why: "Whoever asked for it is no longer an active admin.",
  },
  "not-allowed": { word: "Not done", tone: "danger", why: "Whoever asked for it may not do this." },
  "not-here": { word: "Not done", tone: "neutral", why: "There is no such seat any more." },
  "already-released": { word: "As it was", tone: "neutral", why: "The seat was taken back before." },
  "last-admin": {
    word: "Stays",
    tone: "warning",
    why: "This is the only active admin. Make somebody else admin first.",
  },
  "not-waiting": {
    word: "No letter",
    tone: "neutral",
    why: "They were not waiting for a letter then.",
  },
  "on-its-way": { word: "As it was", tone: "neutral", why: "A letter is on its way already." },
};

/** What is said differently of somebody to whom a letter was to be sent. */
const noLetterWords: Partial<Record<BulkOutcome, Words>> = {
  "is-in": { word: "No letter", tone: "neutral", why: "They are in already." },
  "already-released": {
    word: "No letter",
    tone: "neutral",
    why: "Their seat was taken back. Restore them, and they get one.",
  },
};

/** What became of one person, in words; null while their turn is to come. */
export function outcomeWords(kind: BulkAct["kind"], outcome: BulkOutcome | null): Words {
  if (outcome === null) return { word: "Waiting", tone: "neutral" };
  if (outcome === "done") return { word: doneWords[kind], tone: "positive" };
  const noLetter = kind === "resend" ? noLetterWords[outcome] : undefined;
  return noLetter ?? otherWords[outcome];
}
