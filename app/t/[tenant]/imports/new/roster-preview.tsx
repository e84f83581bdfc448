"use client";

import { ExternalLink } from "lucide-react";
import { Button, ButtonAnchor } from "@/components/button";
import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { FormError } from "@/components/form-error";
import { Stat, StatList } from "@/components/stat";
import { countOf } from "@/lib/base/count-of";
import type { PreviewAnswer, PreviewRow } from "./preview-answer";
import { PreviewTable } from "./preview-table";

type RosterPreviewProps = {
  preview: Extract<PreviewAnswer, { ok: true }>;
  leftOut: ReadonlySet<number>;
  onAdmit: () => void;
  onBack: () => void;
  onLeaveOut: (leftOut: ReadonlySet<number>) => void;
  pending: boolean;
  problem: string | undefined;
  /** Where more seats are asked for. */
  seatsHref: string;
};

const count = (number: number) => number.toLocaleString("en-US");
const people = (number: number) => `${count(number)} ${number === 1 ? "person" : "people"}`;

/** Every row's fate and the seat cost. With too few seats free, the admin cuts the list or goes back. */
export function RosterPreview(props: RosterPreviewProps) {
  const { preview, leftOut, onAdmit, onBack, onLeaveOut, pending, problem, seatsHref } = props;
  const free = Math.max(preview.counts.free, 0);
  const candidates = preview.rows.filter((row) => row.fate === "seat");
  const taken = candidates.filter((row) => !leftOut.has(row.position)).map((row) => row.position);
  const cost = taken.length;
  const seatless = new Set(taken.slice(free));
  const countFate = (fate: PreviewRow["fate"]) => preview.rows.filter((row) => row.fate === fate).length;
  const [already, repeated] = [countFate("already"), countFate("repeat")];
  const over = cost - free;
  const keepFirst = () => onLeaveOut(new Set([...leftOut, ...seatless]));
  const takeEverybody = (
    <Button onClick={() => onLeaveOut(new Set())} size="sm">
      Take everybody in again
    </Button>
  );
  const toggle = (position: number) => {
    const after = new Set(leftOut);
    if (!after.delete(position)) after.add(position);
    onLeaveOut(after);
  };
  return (
    <div className="grid gap-6">
      <div className="grid gap-3">
        <h2 className="font-semibold text-lg [overflow-wrap:anywhere]">
          <bdi>{preview.sourceName}</bdi>{" "}
          <span className="font-normal text-muted">· {countOf(preview.rows.length, "row")}</span>
        </h2>
        <StatList>
          <Stat
            hint={`of ${count(free)} free`}
            label="Seats needed"
            tone={over > 0 ? "danger" : "neutral"}
            value={count(cost)}
          />
          <Stat label="Hold a seat already" value={count(already)} />
          <Stat label="Can't be read" value={count(countFate("bad"))} />
          {repeated > 0 ? <Stat label="Listed twice" value={count(repeated)} /> : null}
          <Stat label="Left out by you" value={count(leftOut.size)} />
        </StatList>
      </div>
      {over > 0 ? (
        <Callout
          actions={
            <>
              {free > 0 ? (
                <Button onClick={keepFirst} size="sm">
                  Keep the first {count(free)}
                </Button>
              ) : null}
              {leftOut.size > 0 ? takeEverybody : null}
              <ButtonAnchor href={seatsHref} rel="noopener" size="sm" target="_blank">
                Ask for more seats
                <ExternalLink aria-label="(opens in a new tab)" />
              </ButtonAnchor>
            </>
          }
          live
          title={`${people(over)} too many for the free seats`}
          tone="warning"
        >
          {free > 0
            ? "Leave people out below, keep only the first ones, or ask Analystick for more seats; the list stays here."
            : "No seat is free. Take seats back from people who left, or ask Analystick for more; the list stays here."}
        </Callout>
      ) : null}
      {over <= 0 && leftOut.size > 0 ? (
        <Callout
          actions={takeEverybody}
          live
          title={`${people(leftOut.size)} ${leftOut.size === 1 ? "is" : "are"} left out`}
          tone="neutral"
        />
      ) : null}
      {cost === 0 && leftOut.size === 0 ? (
        <Callout live title="This list changes nothing" tone="neutral">
          Nobody on it needs a seat. You can still keep it as a record.
        </Callout>
      ) : null}
      <FormError message={problem} />
      <Card padding="none">
        <PreviewTable leftOut={leftOut} onToggle={toggle} rows={preview.rows} seatless={seatless} />
      </Card>
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center justify-end gap-2 border-border border-t bg-background px-4 py-3 sm:mx-0 sm:px-0">
        <Button disabled={pending} onClick={onBack}>
          Choose another list
        </Button>
        <Button disabled={over > 0} onClick={onAdmit} pending={pending} variant="primary">
          {cost === 0 ? "Keep as a record" : `Invite ${people(cost)}`}
        </Button>
      </div>
    </div>
  );
}
