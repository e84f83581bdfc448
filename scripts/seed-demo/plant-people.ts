import { admitRows } from "@/lib/onboarding/admit-rows";
import { readRoster } from "@/lib/onboarding/read-roster";
import { callerOf } from "./caller-of";

export type DemoRoster = { slug: string; importId: string; sourceName: string; csv: string };

/** Brings in a roster, through the admin's verb. */
export async function plantPeople({ slug, importId, sourceName, csv }: DemoRoster): Promise<void> {
  const reading = readRoster(csv);
  if (!reading.ok) throw new Error(`the demo roster of ${slug} can't be read`);
  const admitted = await admitRows(await callerOf(slug), {
    importId,
    sourceName,
    rows: reading.rows,
    leftOut: [],
  });
  if (!admitted.ok) throw new Error(`the people of ${slug} were not admitted: ${admitted.reason}`);
}
