"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";

export type NavLinkProps = Omit<ComponentProps<typeof Link>, "href"> & {
  href: string;
  /** `prefix` (the default) is also current on every page below `href`; `exact` only on `href` itself. */
  match?: "exact" | "prefix" | undefined;
};

/** A link that knows whether it leads to the page on view and then carries `aria-current="page"`. */
export function NavLink({ href, match = "prefix", ...rest }: NavLinkProps) {
  const path = usePathname();
  const current = path === href || (match === "prefix" && path?.startsWith(`${href}/`));
  return <Link {...rest} aria-current={current ? "page" : undefined} href={href} />;
}
