"use client";

import { useEffect, useState } from "react";

/** An answer older than this, in milliseconds, is not the one that a page just failed on. */
const RECENT_MS = 10_000;

/**
 * The id of the request whose answer made the page that is shown, as the server named it in `Server-Timing`: of the
 * whole document, or of what the router fetched for this address. Undefined until the browser has told.
 */
export function useRequestId(): string | undefined {
  const [id, setId] = useState<string>();
  useEffect(() => {
    const read = () => setId(latestRequestId());
    read();
    // The browser tells of a fetch when its answer has come to an end, which may be after the page was drawn.
    const observer = new PerformanceObserver(read);
    observer.observe({ type: "resource", buffered: true });
    return () => observer.disconnect();
  }, []);
  return id;
}

function latestRequestId(): string | undefined {
  const latest = performance.getEntriesByType("resource").filter(isOfThisPage).at(-1);
  return idOf(latest) ?? idOf(performance.getEntriesByType("navigation").at(0));
}

function isOfThisPage(entry: PerformanceEntry): boolean {
  const isFetch = entry instanceof PerformanceResourceTiming && entry.initiatorType === "fetch";
  const isRecent = performance.now() - entry.startTime - entry.duration < RECENT_MS;
  return isFetch && isRecent && new URL(entry.name).pathname === location.pathname;
}

function idOf(entry: PerformanceEntry | undefined): string | undefined {
  if (!(entry instanceof PerformanceResourceTiming)) return undefined;
  return entry.serverTiming.find(({ name }) => name === "request")?.description;
}
