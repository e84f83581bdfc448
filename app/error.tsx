"use client";

import { BrokenPage, type BrokenPageProps } from "./broken-page";

/** A page, or what it stands in, broke. */
export default function ErrorPage(props: BrokenPageProps) {
  return <BrokenPage {...props} />;
}
