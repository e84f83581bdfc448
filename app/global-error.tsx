"use client";

import { BrokenPage, type BrokenPageProps } from "./broken-page";
import "./globals.css";

/** The frame of every page broke, so this one brings its own. */
export default function GlobalErrorPage(props: BrokenPageProps) {
  return (
    <html lang="en">
      <head>
        <title>That didn't work · Analystick</title>
        <meta content="light dark" name="color-scheme" />
      </head>
      <body>
        <BrokenPage {...props} />
      </body>
    </html>
  );
}
