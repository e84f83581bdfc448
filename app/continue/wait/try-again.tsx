"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/button";

type TryAgainProps = {
  action: string;
  /** How often it was tried in a row. */
  tries: number;
  /** After how long the button presses itself, in milliseconds; null leaves it to the person. */
  pauseMs: number | null;
};

/** The step's own button, which presses itself after a pause. Without JavaScript the person presses it. */
export function TryAgain({ action, tries, pauseMs }: TryAgainProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (pauseMs === null) return;
    const timer = setTimeout(() => form.current?.requestSubmit(), pauseMs);
    return () => clearTimeout(timer);
  }, [pauseMs]);
  return (
    <form action={action} className="grid" method="post" ref={form}>
      <input name="tries" type="hidden" value={tries} />
      <Button type="submit" variant="primary">
        Try now
      </Button>
    </form>
  );
}
