"use client";

import { usePathname } from "next/navigation";
import { type ComponentProps, useEffect, useRef } from "react";
import { PageLink } from "./page-link";

export type NavLinkProps = Omit<ComponentProps<typeof PageLink>, "href" | "ref"> & {
  href: string;
  /** `prefix` (the default) is also current on every page below `href`; `exact` only on `href` itself. */
  match?: "exact" | "prefix" | undefined;
};

/**
 * A link that knows whether it leads to the page on view and then carries `aria-current="page"`.
 * In a `<nav>` that scrolls sideways the current one is brought into view.
 */
export function NavLink({ href, match = "prefix", ...rest }: NavLinkProps) {
  const path = usePathname();
  const current = path === href || (match === "prefix" && path?.startsWith(`${href}/`));
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const nav = current ? link.current?.closest("nav") : null;
    if (!nav || !link.current) return;
    const { left, right } = link.current.getBoundingClientRect();
    const frame = nav.getBoundingClientRect();
    if (right > frame.right) nav.scrollLeft += right - frame.right;
    if (left < frame.left) nav.scrollLeft -= frame.left - left;
  }, [current]);
  return <PageLink {...rest} aria-current={current ? "page" : undefined} href={href} ref={link} />;
}
