"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { drawPicture } from "./draw-picture";

export type SaveAsImageProps = {
  /** Drawn over the chart; also names the file. */
  title: string;
  /** What the chart is narrowed to, in words; drawn under the title. */
  words: readonly string[];
  className?: string | undefined;
};

function fileName(title: string): string {
  const name = title
    .replace(/[^\p{L}\p{M}\p{N} _-]+/gu, " ")
    .trim()
    .slice(0, 80);
  return `${name.replace(/\s+/g, " ") || "chart"}.png`;
}

function download(picture: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Saves the chart of the figure it stands in as a PNG. Until scripts run it can't be seen, but keeps its place. */
export function SaveAsImage({ title, words, className }: SaveAsImageProps) {
  const [state, setState] = useState<"waiting" | "ready" | "busy" | "failed">("waiting");
  useEffect(() => setState("ready"), []);
  const save = async (event: MouseEvent<HTMLButtonElement>) => {
    const figure = event.currentTarget.closest("figure");
    if (!figure || state === "busy") return;
    setState("busy");
    const picture = await drawPicture(figure, title, words).catch(() => null);
    if (picture) download(picture, fileName(title));
    setState(picture ? "ready" : "failed");
  };
  return (
    <span className={state === "waiting" ? "invisible" : "flex flex-wrap items-center justify-end gap-2"}>
      <span className="text-danger text-xs" role="status">
        {state === "failed" ? "Your browser could not make the image." : ""}
      </span>
      <button aria-busy={state === "busy" || undefined} className={className} onClick={save} type="button">
        Save as image
      </button>
    </span>
  );
}
