import type { TableProposal } from "@/lib/base/dataset-file";

/** What a column can be taken for. */
export const kindChoices = [
  { value: "text", label: "Text" },
  { value: "integer", label: "Whole numbers" },
  { value: "decimal 1", label: "Numbers, 1 digit behind the point" },
  { value: "decimal 2", label: "Numbers, 2 digits (money)" },
  { value: "decimal 3", label: "Numbers, 3 digits" },
  { value: "decimal 4", label: "Numbers, 4 digits" },
  { value: "number", label: "Numbers, any digits" },
  { value: "boolean", label: "Yes or no" },
  { value: "date", label: "Dates" },
  { value: "timestamp", label: "Dates with a time" },
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
