import { SelectField } from "@/components/field";
import type { TableProposal } from "@/lib/base/dataset-file";
import { type NumberMark, numberMarks } from "@/lib/base/number-mark";
import { type MarkMeaning, markField } from "./read-choices";

/** Asks what a mark means in the columns of which the file does not tell; one question for all that have the same mark. */
export function MarkFields({ proposal }: { proposal: TableProposal }) {
  return numberMarks.map((mark) => {
    const places = proposal.columns.flatMap(({ kind, unclearMark }, place) =>
      kind === null && unclearMark === mark ? [place] : [],
    );
    if (places.length === 0) return null;
    return (
      <SelectField
        hint={`${namesOf(proposal, places)}: the file does not tell, three digits stand behind each ${words[mark].name}. Above, a single column can be taken for something else.`}
        key={mark}
        label={`In numbers such as ${exampleOf(proposal, places, mark)}`}
        name={markField(mark)}
        options={[
          { value: "", label: "Choose one" },
          { value: "decimal" satisfies MarkMeaning, label: words[mark].decimal },
          { value: "thousands" satisfies MarkMeaning, label: words[mark].thousands },
        ]}
      />
    );
  });
}

const words: Record<NumberMark, { name: string } & Record<MarkMeaning, string>> = {
  ".": {
    name: "point",
    decimal: "the point is a decimal point",
    thousands: "the point parts thousands",
  },
  ",": {
    name: "comma",
    decimal: "the comma is a decimal comma",
    thousands: "the comma parts thousands",
  },
};

const NAMED = 3;

function namesOf({ columns }: TableProposal, places: readonly number[]): string {
  const names = places.slice(0, NAMED).map((place) => `“${columns[place]?.name}”`);
  const more = places.length - names.length;
  return [...names, more > 0 ? `${more} more` : []].flat().join(", ");
}

/** One from the first rows of the file, if there is one. */
function exampleOf({ preview }: TableProposal, places: readonly number[], mark: NumberMark): string {
  const values = preview.flatMap((row) => places.map((place) => row[place] ?? ""));
  return values.find((value) => value.includes(mark)) ?? `1${mark}234`;
}
