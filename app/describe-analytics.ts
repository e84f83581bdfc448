import { describeBytes } from "@/app/describe-bytes";
import { count, type EntryWords, type Facts, text } from "@/app/entry-words";
import type { Encoding, FileError } from "@/lib/base/dataset-file";
import type { TimelineEntry } from "@/lib/seats/read-person";

type Verb = Extract<TimelineEntry["verb"], `${"dataset" | "chart" | "dashboard"}.${string}`>;

/** What the log says of datasets, charts and dashboards. What a file holds never stands there: only sizes and codes do. */
export const analyticsWords: Record<Verb, (facts: Facts) => EntryWords> = {
  "dataset.announced": ({ version, bytes }) => ({
    title:
      version === 1
        ? "Dataset created; its file is being uploaded"
        : "New version created; its file is being uploaded",
    detail: `${versionWord(version)}, ${size(bytes)}`,
  }),
  "dataset.uploaded": ({ version, bytes }) => ({
    title: version === 1 ? "File brought in" : "New file brought in",
    detail: `${versionWord(version)}, ${size(bytes)}`,
  }),
  "dataset.checked": ({ version, asks }) => ({
    title: asks === null ? "File checked: the import begins" : "File checked: it waits for a decision",
    detail: `${versionWord(version)}${asks === "encoding" ? ": how its signs are written" : ""}`,
  }),
  "dataset.encoding-chosen": ({ version, encoding }) => ({
    title: "Said how the signs of the file are written",
    detail: [versionWord(version), encodingWords[text(encoding)] ?? []].flat().join(": "),
  }),
  "dataset.decided": ({ version }) => ({
    title: "Columns decided: the import begins",
    detail: versionWord(version),
  }),
  "dataset.import-waits": ({ version, rows }) => ({
    title: "Import waits for a decision",
    detail: `${versionWord(version)}: values in ${count(rows, "row")} do not fit, and nothing was imported`,
  }),
  "dataset.imported": ({ version, rows, leftOut }) => ({
    title: "Imported",
    detail: `${versionWord(version)}, ${count(rows, "row")}${leftOut === 0 ? "" : `, ${text(leftOut)} left out`}`,
  }),
  "dataset.refused": ({ version, code }) => ({
    title: "File refused",
    detail: [versionWord(version), refusals[text(code)] ?? []].flat().join(": "),
  }),
  "dataset.switched": ({ before, after }) =>
    typeof before === "number"
      ? {
          title: "A new version is asked from now on",
          change: { before: versionWord(before), after: versionWord(after) },
        }
      : { title: "The dataset can be asked from now on" },
  "dataset.cleared": ({ version, bytes }) => ({
    title: "Stored file cleared away",
    detail: typeof bytes === "number" ? `${versionWord(version)}, ${size(bytes)}` : versionWord(version),
  }),
  "dataset.renamed": (facts) => ({ title: "Dataset renamed", change: changeOf(facts) }),
  "dataset.deleted": () => ({ title: "Dataset deleted" }),
  "dataset.restored": () => ({ title: "Dataset restored" }),
  "chart.kept": () => ({ title: "Chart kept" }),
  "chart.changed": (facts) => {
    const change = changeOf(facts);
    if (change === undefined) return { title: "Chart changed" };
    return {
      title: facts.question === true ? "Chart renamed and its question changed" : "Chart renamed",
      change,
    };
  },
  "chart.deleted": () => ({ title: "Chart deleted" }),
  "dashboard.created": () => ({ title: "Dashboard created" }),
  "dashboard.changed": (facts) => ({ title: "Dashboard changed", change: changeOf(facts) }),
  "dashboard.deleted": () => ({ title: "Dashboard deleted" }),
};

/** Before and after, where they differ. */
function changeOf({ before, after }: Facts): EntryWords["change"] {
  if (typeof before !== "string" || typeof after !== "string" || before === after) return undefined;
  return { before, after };
}

function versionWord(version: unknown): string {
  return `Version ${text(version)}`.trimEnd();
}

const encodings: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 (little endian)",
  "utf-16be": "UTF-16 (big endian)",
  "windows-1252": "Latin-1 (Windows, Western Europe)",
};
const encodingWords: Record<string, string> = encodings;

const fileErrors: Record<FileError, string> = {
  empty_file: "it holds no rows",
  not_text: "it is no text",
  compressed: "it is compressed",
  header_missing: "a column has no name",
  header_duplicate: "columns have the same name",
  header_too_long: "a column's name is too long",
  encoding_unknown: "its signs can't be read",
  delimiter_unclear: "it is not clear what parts its columns",
  quote_open: "a quotation mark is never closed",
  line_too_long: "a line is too long",
  too_many_rows: "it has too many rows",
  too_many_columns: "it has too many columns",
  not_parquet: "it is no Parquet file",
  nested_parquet: "a column holds lists or records",
  too_large: "it is too large",
  body_truncated: "it did not arrive whole",
  checksum_mismatch: "it changed on its way",
  upload_missing: "it never arrived",
  superseded: "a newer file took its place before it was imported",
  disk_full: "there was no room for it",
  took_too_long: "its import took too long",
  rows_disagree: "not all of its rows could be stored",
  import_crashed: "its import broke",
};
const refusals: Record<string, string> = fileErrors;

function size(bytes: unknown): string {
  return typeof bytes === "number" ? describeBytes(bytes) : text(bytes);
}
