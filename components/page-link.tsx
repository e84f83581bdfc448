"use client";

import Link, { useLinkStatus } from "next/link";
import type { ComponentProps } from "react";
import { createPortal } from "react-dom";

/** A link to another page of the product, without a page reload. */
export function PageLink({ children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link {...rest}>
      {children}
      <OnItsWay />
    </Link>
  );
}

/** A bar along the top of the window while the page behind the link is slow to come; a quick one shows nothing. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return createPortal(
    <div
      aria-label="The page is on its way"
      className="fixed inset-x-0 top-0 z-60 h-0.75 animate-late overflow-hidden print:hidden"
      role="progressbar"
    >
      <div className="h-full w-2/7 animate-slide bg-accent motion-reduce:w-full motion-reduce:animate-none" />
    </div>,
    document.body,
  );
}
