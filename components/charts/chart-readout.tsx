"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { keyTarget, nearestPlace } from "./readout-moves";

export type ChartReadoutProps = {
  /** Names the chart. */
  label: string;
  /** Where each row of the figure's table stands in the plot, from 0 to 1. */
  positions: readonly number[];
  /** `x` when the places follow each other from left to right, `y` from top to bottom. */
  along: "x" | "y";
  /** Which columns of the table are drawn here. */
  columns: readonly number[];
  /** The sign of each column. */
  marks: readonly ReactNode[];
};

type Row = { place: string; values: { name: string; text: string }[] };

const text = (cell: Element | undefined): string => cell?.textContent ?? "";

/** The figure's table holds every value already, so they are read from there and not sent twice. */
function readRow(from: Element | null, index: number, columns: readonly number[]): Row | null {
  const table = from?.closest("figure")?.querySelector("table");
  const names = table?.tHead?.rows[0]?.cells;
  const cells = table?.tBodies[0]?.rows[index]?.cells;
  if (!names || !cells) return null;
  return {
    place: text(cells[0]),
    values: columns.map((column) => ({ name: text(names[column + 1]), text: text(cells[column + 1]) })),
  };
}

/**
 * Lies over a plot and tells the values of the place that is nearest to the pointer, or that was reached by the arrow
 * keys, Home and End. It is a slider, the role whose keys screen readers hand on and whose text they read out.
 * Until scripts run it isn't there.
 */
export function ChartReadout({ label, positions, along, columns, marks }: ChartReadoutProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const [index, setIndex] = useState(0);
  const [row, setRow] = useState<Row | null>(null);
  useEffect(() => setReady(true), []);
  if (!ready || positions.length === 0) return null;

  const last = positions.length - 1;
  const show = (next: number) => {
    setIndex(next);
    setRow(readRow(ref.current, next, columns));
  };
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share =
      along === "x" ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    show(nearestPlace(positions, share));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") setRow(null);
    const next = keyTarget(event.key, Math.min(index, last), last);
    if (next === undefined) return;
    event.preventDefault();
    show(next);
  };

  return (
    <div
      aria-label={`Values of ${label}`}
      aria-orientation={along === "x" ? "horizontal" : "vertical"}
      aria-valuemax={last + 1}
      aria-valuemin={1}
      aria-valuenow={Math.min(index, last) + 1}
      aria-valuetext={row ? say(row) : "Arrow keys read the values"}
      className="absolute inset-0 cursor-crosshair touch-pan-y rounded-sm outline-offset-4 print:hidden"
      onBlur={() => setRow(null)}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && show(Math.min(index, last))}
      onKeyDown={press}
      onPointerDown={point}
      onPointerLeave={(event) => event.pointerType === "mouse" && setRow(null)}
      onPointerMove={point}
      ref={ref}
      role="slider"
      tabIndex={0}
    >
      {row ? (
        <Box
          along={along}
          marks={marks}
          places={positions.length}
          position={positions[index] ?? 0}
          row={row}
        />
      ) : null}
    </div>
  );
}

/** A gap is a dash for the eye and a word for the ear. */
function say({ place, values }: Row): string {
  return `${place}: ${values.map(({ name, text }) => `${name} ${text === "—" ? "no value" : text}`).join(", ")}`;
}

type BoxProps = {
  along: "x" | "y";
  position: number;
  /** How many places there are. */
  places: number;
  row: Row;
  marks: readonly ReactNode[];
};

function Box({ along, position, places, row, marks }: BoxProps) {
  const share = `${position * 100}%`;
  const far = position > 0.5;
  const side =
    along === "x"
      ? { [far ? "right" : "left"]: `calc(${far ? `${100 - position * 100}%` : share} + 10px)`, top: 0 }
      : { right: 0, [far ? "bottom" : "top"]: `calc(${far ? `${100 - position * 100}%` : share} + 14px)` };
  return (
    <div aria-hidden className="pointer-events-none">
      {along === "x" ? (
        <div className="absolute inset-y-0 w-px bg-border-strong" style={{ left: share }} />
      ) : (
        <div
          className="absolute inset-x-0 -translate-y-1/2 bg-accent/10"
          style={{ top: share, height: `${100 / places}%` }}
        />
      )}
      <div
        className={`absolute z-10 w-max ${along === "x" ? "max-w-[min(18rem,80%)]" : "max-w-60"} rounded-md border border-border bg-raised px-2.5 py-2 text-xs shadow-raised`}
        style={side}
      >
        <p className="wrap-anywhere mb-1 font-medium">
          <bdi>{row.place}</bdi>
        </p>
        <ul className="grid gap-0.5">
          {row.values.map(({ name, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
            <li className="flex items-center gap-1.5" key={at}>
              {row.values.length > 1 ? marks[at] : null}
              <bdi className="min-w-0 flex-1 truncate text-muted">{name}</bdi>
              <span className="pl-2 font-medium tabular-nums">{text}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
