import { z } from "zod";

const seats = z.coerce.number().int().nonnegative().optional().catch(undefined);
const positions = z.array(z.int().positive()).max(20_000);

/** A roster as the form carries it: a chosen file wins over pasted text. */
export type RosterForm = {
  roster: Uint8Array | string;
  sourceName: string;
  importId: string;
  leftOut: number[];
  /** What the preview said that it costs. */
  agreedSeats: number | undefined;
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
    agreedSeats: seats.parse(form.get("seats") ?? undefined),
  };
}

function readPositions(value: FormDataEntryValue | null): number[] {
  if (typeof value !== "string") return [];
  try {
    return positions.catch([]).parse(JSON.parse(value));
  } catch {
    return [];
  }
}
