import type { TableProposal } from "@/lib/base/dataset-file";

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
  { value: "ask", label: "Decide about misfits" },
  { value: "empty", label: "Take misfits for empty" },
  { value: "leave-out", label: "Leave their rows out" },
];

/** The form as `decideImport` wants it. */
export function readChoices(form: FormData, proposal: TableProposal): object {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    columns: proposal.columns.map((column, place) => {
      const [kind = column.kind, scale = "0"] = text(`kind ${place}`).split(" ");
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
