import { csvDownload } from "@/app/csv-download";
import { enterTenant } from "@/lib/access/enter-tenant";
import { askDataset, openDataset } from "@/lib/analytics/ask-dataset";
import { now } from "@/lib/base/clock";
import { readSpec } from "../../spec-address";
import { writeCsv } from "../../write-csv";

type ExportContext = { params: Promise<{ tenant: string; dataset: string }> };

/** The table on screen, as a file: the same question, asked again. */
export async function GET(request: Request, { params }: ExportContext): Promise<Response> {
  const { tenant, dataset: id } = await params;
  const entry = await enterTenant(tenant);
  if (!entry.ok) return new Response(null, { status: 404 });
  const dataset = await openDataset(entry.caller, id);
  const read = readSpec(queryOf(new URL(request.url).searchParams));
  if (dataset === null || !read.ok) return new Response(null, { status: 404 });
  const asked = await askDataset(entry.caller, dataset, read.spec, request.signal);
  if (!asked.ok) return new Response(null, { status: asked.reason === "bad-question" ? 404 : 503 });
  const name = `${entry.caller.slug}-analytics-${now().toISOString().slice(0, 10)}.csv`;
  return csvDownload(name, stream(writeCsv(read.spec, asked.answer, dataset.columns)));
}

function queryOf(words: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(words.keys())].map((name) => [name, words.getAll(name)]));
}

async function* stream(lines: Generator<string>): AsyncGenerator<string> {
  yield* lines;
}
