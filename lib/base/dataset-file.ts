import { z } from "zod";
import { columnKinds } from "./column-kind";
import { numberMarks } from "./number-mark";

/** How the characters of a file are written. The first three say so themselves; Windows' Latin-1 must be chosen. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

export const dateOrders = ["ymd", "dmy", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];

const kind = z.enum(columnKinds);
const count = z.number().int().nonnegative();

/** A column as a look at the file's beginning found it. */
const proposedColumn = z.object({
  /** As the header has it. */
  name: z.string(),
  /** Null when only a person can tell: see `unclearMark`. */
  kind: kind.nullable(),
  /**
   * The mark in numbers such as 1.234, where no value of the column tells whether a fraction or thousands stand behind it,
   * or in such as 1.234.567, which a code could be as well and so stays text. Taken for whole numbers, the column has thousands; taken for others, a fraction.
   */
  unclearMark: z.enum(numberMarks).nullable().default(null),
  /** Some value has thousands and a fraction, such as 1.234,56: then 1.234 in the same column is a thousand and more. */
  hasThousands: z.boolean().default(false),
  scale: count,
  /** How dates are written; `order` is null when both orders of day and month fit. */
  dates: z.object({ order: z.enum(dateOrders).nullable(), separator: z.enum(["-", "/", "."]) }),
});
export type ProposedColumn = z.infer<typeof proposedColumn>;

const badLine = z.object({
  line: count,
  /** How many values the line has; null for a quotation mark out of place. */
  found: count.nullable(),
});

/** What a look at an uploaded file found: either the one question that comes first, or a table to decide about. */
export const proposalSchema = z.discriminatedUnion("asks", [
  z.object({
    asks: z.literal("encoding"),
    /** The first line that is no UTF-8, read as Latin-1. */
    sample: z.string(),
    line: count,
  }),
  z.object({
    asks: z.literal("columns"),
    encoding: z.enum(encodings),
    /** Whether a copy in UTF-8 and with plain line ends lies beside the file. */
    isPrepared: z.boolean(),
    /** Null for a Parquet file. */
    delimiter: z.string().nullable(),
    /** Rows of the file, without the header and with those that do not fit it. */
    rows: count,
    columns: z.array(proposedColumn),
    nullMarkers: z.array(z.string()),
    decimalComma: z.boolean(),
    badLines: z.object({ count, first: z.array(badLine) }),
    /** The first rows, as text; long values are cut. */
    preview: z.array(z.array(z.string().nullable())),
  }),
]);
export type Proposal = z.infer<typeof proposalSchema>;
export type TableProposal = Extract<Proposal, { asks: "columns" }>;

/** What becomes of values that do not fit their column: `ask` stops the import and shows them. */
export const badValueChoices = ["ask", "empty", "leave-out"] as const;
export type BadValueChoice = (typeof badValueChoices)[number];

/** What a person decided about a file. */
export const importOptionsSchema = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        /** Null while nobody has said it, which no import begins with. */
        kind: kind.nullable(),
        scale: z.number().int().min(0).max(4),
        onBad: z.enum(badValueChoices),
      }),
    )
    .max(1_000),
  nullMarkers: z.array(z.string().min(1).max(20)).max(10),
  decimalComma: z.boolean(),
  /** For dates such as 03/04/2024 where the file does not tell. */
  dateOrder: z.enum(["dmy", "mdy"]).nullable(),
  leaveOutBadLines: z.boolean(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** Values that did not fit their columns: how many there are, and the first of them. */
export const rejectsSchema = z.object({
  /** Rows with at least one. */
  rows: count,
  /** By the column's place. */
  columns: z.array(z.object({ column: count, count })),
  first: z.array(z.object({ line: count, column: count, value: z.string() })),
});
export type Rejects = z.infer<typeof rejectsSchema>;

/** Why a file did not become a dataset. The words for people stand in `app`, one sentence each. */
export const fileErrors = [
  "empty_file",
  "not_text",
  "compressed",
  "header_missing",
  "header_duplicate",
  "header_too_long",
  "encoding_unknown",
  "delimiter_unclear",
  "quote_open",
  "line_too_long",
  "too_many_rows",
  "too_many_columns",
  "not_parquet",
  "nested_parquet",
  "too_large",
  "body_truncated",
  "checksum_mismatch",
  "upload_missing",
  "superseded",
  "disk_full",
  "took_too_long",
  "rows_disagree",
  "import_crashed",
] as const;
export type FileError = (typeof fileErrors)[number];

/** What the words of an error need: numbers, lines, names of columns. */
export type FileErrorFacts = Record<string, string | number | string[]>;
