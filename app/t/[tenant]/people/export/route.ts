import { csvDownload } from "@/app/csv-download";
import { roleWords } from "@/app/role-words";
import { stateWords } from "@/app/state-words";
import { enterTenant } from "@/lib/access/enter-tenant";
import { now } from "@/lib/base/clock";
import type { State } from "@/lib/seats/choose-people";
import { exportPeople } from "@/lib/seats/export-people";
import { readListQuery } from "../read-list-query";

type ExportContext = { params: Promise<{ tenant: string }> };

/** The list as filtered, as a file. */
export async function GET(request: Request, { params }: ExportContext): Promise<Response> {
  const entry = await enterTenant((await params).tenant);
  if (!entry.ok) return new Response(null, { status: 404 });
  const { choice, isLost } = await readListQuery(Object.fromEntries(new URL(request.url).searchParams));
  const words = { states: wordsOf(stateWords), roles: roleWords };
  const written = isLost ? null : exportPeople(entry.caller, choice, words);
  if (written === null || !written.ok) return new Response(null, { status: 404 });
  const name = `${entry.caller.slug}-people-${now().toISOString().slice(0, 10)}.csv`;
  return csvDownload(name, written.text);
}

function wordsOf(words: typeof stateWords): Record<State, string> {
  const pairs = Object.entries(words).map(([state, { word }]) => [state, word]);
  // Object.entries forgets that its keys are the states.
  return Object.fromEntries(pairs) as Record<State, string>;
}
