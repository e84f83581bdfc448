import { csvDownload } from "@/app/csv-download";
import { enterTenant } from "@/lib/access/enter-tenant";
import { askDataset, openDataset } from "@/lib/analytics/ask-dataset";
import { firstQuestion } from "@/lib/analytics/first-question";
import { now } from "@/lib/base/clock";
import type { CsvText } from "@/lib/base/csv-text";
import { readSpec } from "../../spec-address";
import { writeCsv } from "../../write-csv";

type ExportContext = { params: Promise<{ tenant: string; dataset: string }> };

/** The table on screen, as a file: the same question, asked again. */
export async function GET(request: Request, { params }: ExportContext): Promise<Response> {
  const { tenant, dataset: id } = await params;
  const entry = await enterTenant(tenant);
  if (!entry.ok) return new Response(null, { status: 404 });
  const dataset = await openDataset(entry.caller, id);
  if (dataset === null) return new Response(null, { status: 404 });
  const read = readSpec(queryOf(new URL(request.url).searchParams));
  if (!read.ok && read.reason !== "none") return new Response(null, { status: 404 });
  const spec = read.ok ? read.spec : firstQuestion(dataset.columns);
  const asked = await askDataset(entry.caller, dataset, spec, request.signal);
  if (!asked.ok) return new Response(null, { status: asked.reason === "bad-question" ? 404 : 503 });
  // An answer may take seconds: whoever lost the seat meanwhile is not given it.
  if (!(await enterTenant(tenant)).ok) return new Response(null, { status: 404 });
  const name = `${entry.caller.slug}-analytics-${now().toISOString().slice(0, 10)}.csv`;
  return csvDownload(name, stream(writeCsv(spec, asked.answer, dataset.columns)));
}

function queryOf(words: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(words.keys())].map((name) => [name, words.getAll(name)]));
}

async function* stream(lines: Generator<string>): CsvText {
  yield* lines;
  return undefined;
}
