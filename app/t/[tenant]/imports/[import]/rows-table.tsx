import { roleWords } from "@/app/role-words";
import { Badge, type BadgeTone } from "@/components/badge";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { TwoLines } from "@/components/two-lines";
import type { ImportRowNow } from "@/lib/onboarding/follow-import";

/**
 * What became of each row of one page. Whoever has a seat by it is led to.
 * @param people the address of the list of people
 */
export function RowsTable({ rows, people }: { rows: readonly ImportRowNow[]; people: string }) {
  return (
    <Table caption="What became of each row">
      <TableHead>
        <TableRow>
          <Th>Line</Th>
          <Th>Person</Th>
          <Th>Role</Th>
          <Th>Outcome</Th>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.position}>
            <Td label="Line">{row.line}</Td>
            <Td className="sm:min-w-64" label="Person">
              <TwoLines
                primary={
                  row.seatId === null ? (
                    row.name || row.typed || "—"
                  ) : (
                    <TextLink href={`${people}/${row.seatId}`}>{row.name || row.typed}</TextLink>
                  )
                }
                secondary={row.name ? row.typed : undefined}
              />
            </Td>
            <Td label="Role">{row.role === null ? "—" : roleWords[row.role]}</Td>
            <Td label="Outcome">
              <Outcome row={row} />
            </Td>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Outcome({ row }: { row: ImportRowNow }) {
  const { word, tone } = outcomeWord(row);
  const why = row.detail ?? (word === LETTER_REFUSED ? row.serverSaid : null);
  return (
    <>
      <Badge tone={tone}>{word}</Badge>
      {why ? <span className="mt-1 block max-w-prose text-muted text-sm wrap-anywhere">{why}</span> : null}
    </>
  );
}

type RowState = Pick<ImportRowNow, "outcome" | "isRepeat" | "stage" | "releaseReason" | "letterRefused">;

const LETTER_REFUSED = "Letter refused";

const releaseWords = {
  removed: "Removed",
  revoked: "Invitation revoked",
  expired: "Invitation expired",
  failed: "Not accepted",
} as const;

/** The present outcome of a row in a few words. */
export function outcomeWord(row: RowState): { word: string; tone: BadgeTone } {
  if (row.isRepeat) return { word: "Listed twice", tone: "neutral" };
  switch (row.outcome) {
    case "bad":
      return { word: "Couldn't be read", tone: "danger" };
    case "failed":
      return { word: "Not accepted", tone: "danger" };
    case "already":
      return { word: "Held a seat already", tone: "neutral" };
    case "left-out":
      return { word: "Left out", tone: "neutral" };
    case "admitted":
      return { word: "Creating the account", tone: "neutral" };
    case "seated":
      return seatedWord(row);
  }
}

function seatedWord({ stage, releaseReason, letterRefused }: RowState): { word: string; tone: BadgeTone } {
  if (stage === "active") return { word: "Signed in", tone: "positive" };
  if (releaseReason) return { word: releaseWords[releaseReason], tone: "neutral" };
  if (stage === "verified") return { word: "Address confirmed", tone: "info" };
  if (letterRefused) return { word: LETTER_REFUSED, tone: "danger" };
  return stage === "invited"
    ? { word: "Letter sent", tone: "info" }
    : { word: "Sending the letter", tone: "neutral" };
}
