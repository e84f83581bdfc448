"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";

/** Part of a tenant's frame that some of its areas do without. */
export function HideWithin({ areas, children }: { areas: readonly string[]; children: ReactNode }) {
  const area = useSelectedLayoutSegment();
  return area !== null && areas.includes(area) ? null : children;
}
