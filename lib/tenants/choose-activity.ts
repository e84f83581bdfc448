import type { Actor } from "@/db/actor";
import type { AuditArea } from "@/db/audit";
import type { ActivityFilter } from "@/db/find-activity";

/** The kinds of changes that a list can be narrowed to. */
export type ActivityKind = "people" | "letters" | "imports" | "analytics" | "settings";
/** By whom or what a change came about. */
export type ActivitySource = Actor["kind"];

// A new area must be given its kind here before it compiles.
const kindOf: Record<AuditArea, ActivityKind> = {
  seat: "people",
  bulk: "people",
  invitation: "letters",
  letter: "letters",
  import: "imports",
  seats: "settings",
  tenant: "settings",
  dataset: "analytics",
  chart: "analytics",
  dashboard: "analytics",
};
const areaKinds = Object.entries(kindOf) as [AuditArea, ActivityKind][];

export const kindChoices = ["any", "people", "letters", "imports", "analytics", "settings"] as const;
export const sourceChoices = ["any", "person", "link", "staff", "job", "operator"] as const;

/** What an admin asked to see, in the words of the page's own controls. Dates are days of UTC, both included. */
export type ActivityChoice = {
  kind: (typeof kindChoices)[number];
  source: (typeof sourceChoices)[number];
  from: string;
  to: string;
};

/** Reads an admin's choices; what is none of ours is the usual choice instead. */
export function readActivityChoice(words: Partial<Record<keyof ActivityChoice, unknown>>): ActivityChoice {
  return {
    kind: kindChoices.find((choice) => choice === words.kind) ?? "any",
    source: sourceChoices.find((choice) => choice === words.source) ?? "any",
    from: readDay(words.from),
    to: readDay(words.to),
  };
}

/** The entries that the choices mean. */
export function toActivityFilter({ kind, source, from, to }: ActivityChoice): ActivityFilter {
  const areas = areaKinds.filter(([, own]) => own === kind).map(([area]) => area);
  return {
    areas: kind === "any" ? null : areas,
    sources: source === "any" ? null : [source],
    from: from === "" ? null : new Date(`${from}T00:00:00Z`),
    until: to === "" ? null : new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS),
  };
}

const DAY_MS = 86_400_000;
const day = /^(?:19|20)\d\d-\d\d-\d\d$/;

/** A day as a date field writes it, if there is such a day; else nothing. */
function readDay(word: unknown): string {
  if (typeof word !== "string" || !day.test(word)) return "";
  const at = new Date(`${word}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== word ? "" : word;
}
