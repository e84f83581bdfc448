import { z } from "zod";

const positions = z.array(z.int().positive()).max(20_000);

/** A roster as the form carries it: a chosen file wins over pasted text. */
export type RosterForm = {
  roster: Uint8Array | string;
  sourceName: string;
  importId: string;
  /** Positions; null when they are damaged. */
  leftOut: number[] | null;
  /** The same, of rows whose people held a seat in the preview. */
  held: number[] | null;
};

/** Reads the roster form. What is missing or damaged comes out empty and is refused in words further on. */
export async function readForm(form: FormData): Promise<RosterForm> {
  const file = form.get("file");
  const text = form.get("text");
  const importId = form.get("importId");
  const chosen = file instanceof File && file.size > 0 ? file : null;
  return {
    roster:
      chosen === null ? (typeof text === "string" ? text : "") : new Uint8Array(await chosen.arrayBuffer()),
    sourceName: chosen === null ? "Pasted list" : chosen.name.slice(0, 200),
    importId: typeof importId === "string" ? importId : "",
    leftOut: readPositions(form.get("leftOut")),
    held: readPositions(form.get("held")),
  };
}

function readPositions(value: FormDataEntryValue | null): number[] | null {
  if (value === null) return [];
  try {
    return positions.parse(JSON.parse(String(value)));
  } catch {
    return null;
  }
}
