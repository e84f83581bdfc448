import type { ColumnKind } from "@/lib/base/column-kind";
import type {
  BadValueChoice,
  DateOrder,
  Encoding,
  FileError,
  FileErrorFacts,
  Proposal,
  Rejects,
} from "@/lib/base/dataset-file";
import type { NumberMark } from "@/lib/base/number-mark";

export type FileFormat = "csv" | "parquet";

/** A look at an uploaded file: what is in it, and what it could become. */
export type CheckTask = {
  kind: "check";
  format: FileFormat;
  source: string;
  /** Where a copy in UTF-8 with plain line ends goes, should the file need one. */
  prepared: string;
  /** Null until the person was asked. */
  encoding: Encoding | null;
  most: { rows: number; columns: number };
};

/** What one column of the file becomes. */
export type ColumnPlan = {
  cid: string;
  kind: ColumnKind;
  scale: number;
  dates: { order: DateOrder; separator: string };
  /** The mark that a person was asked about: it parts thousands in whole numbers, and begins a fraction in others. */
  mark: NumberMark | null;
  /** Numbers with a fraction have thousands too, so that a value with nothing but those is clear as well. */
  hasThousands: boolean;
  onBad: BadValueChoice;
};

/** Turns a file whose columns were decided about into stored columns. */
export type ImportTask = {
  kind: "import";
  format: FileFormat;
  source: string;
  target: string;
  delimiter: string;
  columns: readonly ColumnPlan[];
  nullMarkers: readonly string[];
  decimalComma: boolean;
  /** Lines that do not fit the header, as the check counted them; they are left out. */
  badLines: number;
  /** Rows of the file, as the check counted them. */
  rows: number;
};

export type FileTask = CheckTask | ImportTask;

/** What the stored file holds. Minimum and maximum as text, exactly; long texts are cut. */
export type StoredColumn = {
  nulls: number;
  distinctEstimate: number;
  min: string | null;
  max: string | null;
};

export type FileRefused = { ok: false; code: FileError; facts: FileErrorFacts };
export type FileChecked = { ok: true; proposal: Proposal } | FileRefused;
export type FileImported =
  | {
      ok: true;
      rows: number;
      rowsLeftOut: number;
      bytes: number;
      sha256: string;
      columns: StoredColumn[];
    }
  | { ok: false; code: "bad_values"; rejects: Rejects }
  | FileRefused;

export type FileAnswer<Task extends FileTask> = Task extends CheckTask ? FileChecked : FileImported;
