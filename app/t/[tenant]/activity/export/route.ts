import { csvDownload } from "@/app/csv-download";
import { describeActor, describeEntry } from "@/app/describe-entry";
import { enterTenant } from "@/lib/access/enter-tenant";
import { now } from "@/lib/base/clock";
import { readActivityChoice } from "@/lib/tenants/choose-activity";
import { exportActivity } from "@/lib/tenants/export-activity";
import type { ActivityEntry } from "@/lib/tenants/list-activity";
import { describeSubject, sourceWords } from "../activity-words";

type ExportContext = { params: Promise<{ tenant: string }> };

/** The list as filtered, as a file. */
export async function GET(request: Request, { params }: ExportContext): Promise<Response> {
  const entry = await enterTenant((await params).tenant);
  if (!entry.ok) return new Response(null, { status: 404 });
  const choice = readActivityChoice(Object.fromEntries(new URL(request.url).searchParams));
  const { caller } = entry;
  const written = exportActivity(caller, choice, (row) => inWords(row, caller));
  if (!written.ok) return new Response(null, { status: 404 });
  return csvDownload(`${caller.slug}-activity-${now().toISOString().slice(0, 10)}.csv`, written.text);
}

function inWords(entry: ActivityEntry, place: { slug: string; tenantName: string }) {
  const { title, detail = "", change } = describeEntry(entry);
  return {
    actor: describeActor(entry),
    source: sourceWords[entry.actor.kind],
    title,
    subject: describeSubject(entry, place).word,
    before: change?.before ?? "",
    after: change?.after ?? "",
    detail,
  };
}
