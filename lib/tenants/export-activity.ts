import { type ActivityEntry, listActivity } from "@/db/activity";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { stillMay } from "@/lib/access/still-may";
import { csvLine } from "@/lib/base/csv-line";
import type { CsvText } from "@/lib/base/csv-text";
import { type ActivityChoice, toActivityFilter } from "./choose-activity";

const PAGE_SIZE = 1_000;

/** An entry in words, one for each column of the file. */
export type ActivityWords = Record<
  "actor" | "source" | "title" | "subject" | "before" | "after" | "detail",
  string
>;

/**
 * Everything that happened in the caller's tenant, as far as the choices mean it, as CSV with a byte order mark, newest
 * first, page by page. Each page is read in a short transaction of its own: what happens meanwhile is not in the file.
 * It is cut off when the caller loses the right to it.
 */
export function exportActivity(
  caller: TenantCaller,
  choice: ActivityChoice,
  describe: (entry: ActivityEntry) => ActivityWords,
): { ok: true; text: CsvText } | { ok: false; reason: "not-allowed" } {
  if (!may(caller.role, "see-activity")) return { ok: false, reason: "not-allowed" };
  return { ok: true, text: writePages(caller, choice, describe) };
}

async function* writePages(
  caller: TenantCaller,
  choice: ActivityChoice,
  describe: (entry: ActivityEntry) => ActivityWords,
): CsvText {
  yield `\ufeff${csvLine(["When", "Who", "Source", "What", "About", "Before", "After", "Details"])}`;
  const filter = toActivityFilter(choice);
  for (let after: string | undefined; ; ) {
    const cursor = after === undefined ? null : { id: after, direction: "after" as const };
    const read = await inTenant(caller.scope, async (tx) =>
      (await stillMay(tx, caller, "see-activity"))
        ? listActivity(tx, filter, { cursor, limit: PAGE_SIZE })
        : null,
    );
    if (read === null) return "cut-off";
    const { rows, hasNext } = read;
    yield rows.map((entry) => toLine(entry.at, describe(entry))).join("");
    after = rows.at(-1)?.ref;
    if (!hasNext || after === undefined) return;
  }
}

function toLine(at: Date, words: ActivityWords): string {
  const { actor, source, title, subject, before, after, detail } = words;
  return csvLine([at, actor, source, title, subject, before, after, detail]);
}
