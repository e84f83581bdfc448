"use client";

import { useEffect, useState } from "react";
import { countAction } from "./bulk-actions";
import type { PickTally } from "./selection";

/**
 * Who is meant by a list on all of its pages, counted when it is first wanted.
 * @param query the list's own
 * @returns null while nobody has wanted or counted it; a count that fails is as if it was not wanted
 */
export function useWholeList(slug: string, query: string, wanted: boolean): PickTally | null {
  const [tally, setTally] = useState<PickTally | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let isStale = false;
    const count = async () => {
      const counted = await countAction(slug, query).catch(() => null);
      if (!isStale && counted?.ok) setTally(counted.tally);
    };
    void count();
    return () => {
      isStale = true;
    };
  }, [slug, query, wanted]);
  return tally;
}
