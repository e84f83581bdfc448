import { createHash } from "node:crypto";
import type { Reply } from "../server/call";
import { brand } from "./brand";
import { html, Markup } from "./html";
import { styles } from "./styles";

const styleHash = createHash("sha256").update(styles).digest("base64");

/** Headers of every hosted page: nothing is loaded, framed, cached or leaked in a referrer. */
const headers = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'`,
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

/** A hosted page with one heading. Needs neither JavaScript nor anything from elsewhere. */
export function page(status: number, title: string, content: Markup, cookies: string[] = []): Reply {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | Local Auth0</title>
<style>${new Markup(styles)}</style>
</head>
<body>
<header>${brand}</header>
<main>
<h1>${title}</h1>
${content}
</main>
<footer>Local Auth0, a stand-in on this computer</footer>
</body>
</html>
`;
  return { status, headers: { ...headers, "set-cookie": cookies }, body: document.text };
}
