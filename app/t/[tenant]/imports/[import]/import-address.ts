import { type ImportPart, importParts } from "@/lib/onboarding/follow-import";

export type ImportQuery = { after?: string; before?: string; show?: string };

/** Reads what an import's address asks for; what is none of ours means the first page of all rows. */
export function readImportQuery({ after, before, show }: ImportQuery) {
  const part = importParts.find((known) => known === show) ?? null;
  const [behind, ahead] = [readPosition(after), readPosition(before)];
  const cursor = behind !== null ? { after: behind } : ahead !== null ? { before: ahead } : null;
  return { part, cursor };
}

/** The address of one page of an import's rows: all of them, or those of one part. */
export function importHref(home: string, part: ImportPart | null, turn: Record<string, number> = {}): string {
  const words = new URLSearchParams(part === null ? {} : { show: part });
  for (const [name, position] of Object.entries(turn)) words.set(name, String(position));
  return words.size === 0 ? home : `${home}?${words}`;
}

function readPosition(word: string | undefined): number | null {
  const position = Number(word ?? "");
  return Number.isInteger(position) && position > 0 && position <= 1_000_000 ? position : null;
}
