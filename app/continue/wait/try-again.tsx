"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/button";

const PAUSE_MS = 4_000;

/** The step's own button, which presses itself after a pause. Without JavaScript the person presses it. */
export function TryAgain({ action }: { action: string }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => form.current?.requestSubmit(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <form action={action} className="grid" method="post" ref={form}>
      <Button type="submit" variant="primary">
        Try now
      </Button>
    </form>
  );
}
