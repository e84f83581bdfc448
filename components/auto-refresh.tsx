"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

export type AutoRefreshProps = {
  /** Whether the page still expects news. */
  active: boolean;
  /** Milliseconds between two looks. */
  everyMs?: number | undefined;
};

/** Asks the server for the page again while `active`; rests while the tab is hidden. Draws nothing. */
export function AutoRefresh({ active, everyMs = 2_000 }: AutoRefreshProps) {
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    const look = () => {
      if (!document.hidden) router.refresh();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [active, everyMs, router]);
  return null;
}
