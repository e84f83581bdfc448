import type { BadgeTone } from "@/components/badge";
import type { ListedDataset } from "@/lib/analytics/datasets/list-datasets";
import { REFUSED } from "@/lib/base/answer";
import type { FileError, FileErrorFacts } from "@/lib/base/dataset-file";

type Status = ListedDataset["latest"]["status"];

/** Where a version stands, in a word, and what its own page is for while it is on its way. */
export const statusWords: Record<Status, { word: string; tone: BadgeTone; look: string }> = {
  uploading: { word: "Uploading", tone: "neutral", look: "Follow" },
  checking: { word: "Being checked", tone: "info", look: "Follow" },
  "needs-input": { word: "Waits for you", tone: "warning", look: "Decide" },
  importing: { word: "Being imported", tone: "info", look: "Follow" },
  "needs-attention": { word: "Waits for you", tone: "warning", look: "Decide" },
  ready: { word: "Ready", tone: "positive", look: "See it" },
  failed: { word: "Refused", tone: "danger", look: "See why" },
};

/** Whether a dataset that has no other version may be given up: no job is at work on its file. */
export const canDiscard: Record<Status, boolean> = {
  uploading: true,
  checking: false,
  "needs-input": true,
  importing: false,
  "needs-attention": true,
  ready: false,
  failed: true,
};

/** Why a file did not become a dataset: what is wrong, where, and what to do. */
export function describeFileError(code: string, facts: unknown): string {
  const known = isFileError(code) ? code : "import_crashed";
  return fileErrorWords[known](isFacts(facts) ? facts : {});
}

const again = "Mend the file and bring it in again.";

const fileErrorWords: Record<FileError, (facts: FileErrorFacts) => string> = {
  empty_file: () =>
    `The file holds no rows: it needs a line of column names and at least one line of values. ${again}`,
  not_text: () => "The file holds bytes that are no text. Save it as CSV (UTF-8) and bring it in again.",
  compressed: () => "The file is compressed. Unpack it first, then bring in the CSV file that is in it.",
  header_missing: ({ column }) =>
    `Column ${column} has no name in the first line. Give every column a name. ${again}`,
  header_duplicate: ({ names }) =>
    `More than one column is called ${list(names)}. Give each a name of its own. ${again}`,
  header_too_long: ({ column, most }) =>
    `The name of column ${column} is longer than ${most} signs. Shorten it. ${again}`,
  encoding_unknown: () =>
    "The signs of the file can't be read. Save it as CSV (UTF-8) and bring it in again.",
  delimiter_unclear: () =>
    "It is not clear what parts the columns: commas, semicolons, tabs and bars were tried, and no two lines agree. Save it as CSV and bring it in again.",
  quote_open: ({ line }) => `A quotation mark that opens on line ${line} is never closed. ${again}`,
  line_too_long: ({ line }) => `Line ${line} is longer than 2 MB; a quotation mark may be missing. ${again}`,
  too_many_rows: ({ rows, most }) =>
    `The file has ${number(rows)} rows; ${number(most)} are the most. Bring in a part of it.`,
  too_many_columns: ({ columns, most }) =>
    `The file has ${number(columns)} columns; ${number(most)} are the most. Leave some out.`,
  not_parquet: () => "The file is called .parquet and is no Parquet file, or was cut short. Write it again.",
  nested_parquet: ({ column }) =>
    `Column ${list(column)} holds lists or records. Flatten it to plain columns and bring the file in again.`,
  too_large: () => "More bytes arrived than the file has. Choose it again.",
  body_truncated: () => "The file did not arrive whole. Bring it in again; nothing was kept of it.",
  checksum_mismatch: () => "The file changed on its way. Bring it in again; nothing was kept of it.",
  upload_missing: () => "The file never arrived. Bring it in again.",
  superseded: () => "A newer file took its place before it was imported.",
  disk_full: () => "There is no room for the file at the moment. Tell Analystick; bring it in again later.",
  took_too_long: () => "The import took too long and was given up. Bring in a smaller file.",
  rows_disagree: () =>
    "The rows that were stored are not the rows of the file, so nothing was kept. Tell Analystick.",
  import_crashed: () =>
    "The import broke, and nothing was kept. Bring the file in again; if that does not help, tell Analystick.",
};

/** Why a file can't be brought in, a dataset not be changed, or a choice not be taken. */
export const datasetWords = {
  "not-allowed": REFUSED.message,
  suspended: "Nothing was written: this organisation is suspended. Contact Analystick.",
  gone: "It is not there any more. Reload the page.",
  "has-data": "Your organisation has data already.",
  "bad-file": "Choose a file that ends with .csv, .tsv, .txt or .parquet.",
  "empty-file": "The file is empty: it holds no bytes at all.",
  "bad-name": "Give it a name of 1 to 120 signs.",
  "name-taken": "Another dataset has this name. Choose a different one.",
  "not-asked": "This was decided already. Reload the page.",
  "bad-choice": "A choice can't be understood. Reload the page and choose again.",
  "no-number-mark":
    "Say what the mark in numbers such as 1.234 means: a thousand and more, or a one and a fraction.",
  "no-date-order": "Say whether day or month comes first in dates such as 03/04/2024.",
  "bad-lines": "Some lines do not fit the columns. Say that they may be left out, or mend the file.",
  "not-ready": "This version is not ready yet.",
  "changed-meanwhile": "Another version took the place meanwhile. Look again at what would be missing.",
} as const;

export function describeShare(
  reason: "too-large" | "quota-full" | "too-many-datasets",
  most: number,
): string {
  switch (reason) {
    case "too-large":
      return `The file is larger than ${number(most)} MB, which is the most. Bring in a part of it, or leave columns out.`;
    case "quota-full":
      return `With this file your organisation would hold more than ${number(most)} MB. Delete a dataset first; it is cleared away after a week.`;
    case "too-many-datasets":
      return `Your organisation has ${number(most)} datasets, which is the most. Delete one first.`;
  }
}

function isFileError(code: string): code is FileError {
  return code in fileErrorWords;
}

function isFacts(facts: unknown): facts is FileErrorFacts {
  return typeof facts === "object" && facts !== null;
}

type Fact = FileErrorFacts[string] | undefined;

function number(fact: Fact): string {
  return typeof fact === "number" ? fact.toLocaleString("en") : String(fact ?? "");
}

function list(fact: Fact): string {
  return [fact ?? []]
    .flat()
    .map((name) => `“${name}”`)
    .join(", ");
}
