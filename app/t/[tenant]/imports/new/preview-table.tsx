"use client";

import { useState } from "react";
import { Badge, type BadgeTone } from "@/components/badge";
import { Button } from "@/components/button";
import { ActionsTh, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TwoLines } from "@/components/two-lines";
import type { PreviewRow } from "./preview-answer";

const PAGE_SIZE = 100;

type PreviewTableProps = {
  rows: readonly PreviewRow[];
  leftOut: ReadonlySet<number>;
  /** Whom no free seat is left for, in the order of the list. */
  seatless: ReadonlySet<number>;
  onToggle: (position: number) => void;
};

/** Every row of the roster with its fate; rows that need a look come first. */
export function PreviewTable({ rows, leftOut, seatless, onToggle }: PreviewTableProps) {
  const [shown, setShown] = useState(PAGE_SIZE);
  const sorted = [...rows].sort((a, b) => Number(b.fate === "bad") - Number(a.fate === "bad"));
  const choiceOf = (position: number): Choice =>
    leftOut.has(position) ? "out" : seatless.has(position) ? "seatless" : "in";
  return (
    <>
      <Table caption="What becomes of each row">
        <TableHead>
          <TableRow>
            <Th>Line</Th>
            <Th>Person</Th>
            <Th>Role</Th>
            <Th>What happens</Th>
            <ActionsTh label="Leave out" />
          </TableRow>
        </TableHead>
        <TableBody>
          {sorted.slice(0, shown).map((row) => (
            <PreviewRowView
              choice={choiceOf(row.position)}
              key={row.position}
              onToggle={onToggle}
              row={row}
            />
          ))}
        </TableBody>
      </Table>
      {rows.length > shown ? (
        <div className="flex items-center justify-between gap-4 border-border border-t px-4 py-3">
          <p className="text-muted text-sm">
            {shown.toLocaleString("en-US")} of {rows.length.toLocaleString("en-US")} rows
          </p>
          <Button onClick={() => setShown(shown + 5 * PAGE_SIZE)} size="sm">
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** What the admin's choices mean for somebody who needs a seat. */
type Choice = "in" | "out" | "seatless";
type PreviewRowViewProps = { row: PreviewRow; choice: Choice; onToggle: (position: number) => void };

function PreviewRowView({ row, choice, onToggle }: PreviewRowViewProps) {
  const isOut = choice === "out";
  return (
    <TableRow>
      <Td label="Line">{row.line}</Td>
      <Td className="sm:min-w-64" label="Person">
        <TwoLines primary={row.name || row.typed || "—"} secondary={row.name ? row.typed : undefined} />
      </Td>
      <Td label="Role">{row.role ?? "—"}</Td>
      <Td label="What happens">
        <Fate choice={choice} row={row} />
      </Td>
      <Td align="end" corner>
        {row.fate === "seat" ? (
          <Button
            aria-label={`${isOut ? "Take in" : "Leave out"} ${row.typed}`}
            onClick={() => onToggle(row.position)}
            size="sm"
            variant="ghost"
          >
            {isOut ? "Take in" : "Leave out"}
          </Button>
        ) : null}
      </Td>
    </TableRow>
  );
}

function Fate({ row, choice }: { row: PreviewRow; choice: Choice }) {
  const { word, tone } = fateWord(row, choice);
  return (
    <>
      <Badge tone={tone}>{word}</Badge>
      {row.detail ? <span className="mt-1 block max-w-prose text-muted text-sm">{row.detail}</span> : null}
    </>
  );
}

function fateWord({ fate }: PreviewRow, choice: Choice): { word: string; tone: BadgeTone } {
  switch (fate) {
    case "bad":
      return { word: "Can't be read", tone: "danger" };
    case "already":
      return { word: "Holds a seat already", tone: "neutral" };
    case "repeat":
      return { word: "Listed twice", tone: "neutral" };
    case "seat":
      return choiceWords[choice];
  }
}

const choiceWords: Record<Choice, { word: string; tone: BadgeTone }> = {
  in: { word: "Takes a seat, gets a letter", tone: "positive" },
  out: { word: "Left out by you", tone: "neutral" },
  seatless: { word: "No seat left", tone: "warning" },
};
