import type { ProposedColumn, TableProposal } from "@/lib/base/dataset-file";
import type { NumberMark } from "@/lib/base/number-mark";

/** What a column can be taken for. */
export const kindChoices = [
  { value: "text", label: "Text" },
  { value: "integer", label: "Whole number" },
  { value: "decimal 1", label: "Number 0.0" },
  { value: "decimal 2", label: "Number 0.00" },
  { value: "decimal 3", label: "Number 0.000" },
  { value: "decimal 4", label: "Number 0.0000" },
  { value: "number", label: "Any number" },
  { value: "boolean", label: "Yes or no" },
  { value: "date", label: "Date" },
  { value: "timestamp", label: "Date and time" },
];

/** What becomes of values that do not fit. Making the column text is a choice of its kind. */
export const badChoices = [
  { value: "ask", label: "Ask before importing" },
  { value: "empty", label: "Leave those cells empty" },
  { value: "leave-out", label: "Leave their rows out" },
];

/** What the mark in numbers such as 1.234 means, where the file does not tell. */
export type MarkMeaning = "decimal" | "thousands";

/** The name of the field that asks it. */
export function markField(mark: NumberMark | null): string {
  return `mark ${mark ?? ""}`;
}

/** The choice for a column that was left to what its mark means; null while that was not said. */
function meantBy({ scale }: ProposedColumn, meaning: string): string | null {
  const choices: Record<MarkMeaning, string> = { decimal: `decimal ${scale}`, thousands: "integer" };
  return meaning === "decimal" || meaning === "thousands" ? choices[meaning] : null;
}

/** The form as `decideImport` wants it. */
export function readChoices(form: FormData, proposal: TableProposal): object {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    columns: proposal.columns.map((column, place) => {
      const typed = text(`kind ${place}`) || meantBy(column, text(markField(column.unclearMark)));
      const [kind = null, scale = "0"] = typed?.split(" ") ?? [];
      return { kind, scale: Number(scale), onBad: text(`bad ${place}`) || "ask" };
    }),
    nullMarkers: text("markers")
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== ""),
    decimalComma: form.has("comma"),
    dateOrder: text("order") || null,
    leaveOutBadLines: form.has("lines"),
  };
}
