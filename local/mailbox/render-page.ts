import { escapeHtml } from "./escape-html";

const STYLE = `
:root { color-scheme: light dark; --line: #e3e3dd; --soft: #5b605f; --page: #f7f7f4; --card: #fff; --ink: #191c1c; --link: #0a6270 }
@media (prefers-color-scheme: dark) { :root { --line: #2a3032; --soft: #a1a9a9; --page: #0e1112; --card: #15191a; --ink: #eceeec; --link: #58c3d4 } }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: var(--page); color: var(--ink) }
main, header { max-width: 960px; margin: 0 auto; padding: 16px }
header { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; justify-content: space-between; padding-bottom: 0 }
h1 { font-size: 18px; margin: 0; overflow-wrap: anywhere }
a { color: var(--link) }
a:focus-visible, input:focus-visible, button:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
input, button { font: inherit; color: inherit; padding: 6px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--card) }
input { width: min(260px, 60vw) }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden }
.letters { list-style: none; margin: 0; padding: 0 }
.letters li + li { border-top: 1px solid var(--line) }
.letters a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; padding: 10px 14px; text-decoration: none; color: inherit }
.letters a:hover { background: var(--page) }
.subject { font-weight: 600; overflow-wrap: anywhere }
.soft, dt, time { color: var(--soft); font-size: 13px }
.to { grid-column: 1 / -1; overflow-wrap: anywhere }
.empty { padding: 40px 16px; text-align: center; color: var(--soft) }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; margin: 0 0 12px }
dd { margin: 0; overflow-wrap: anywhere }
iframe { display: block; width: 100%; height: 860px; border: 0; background: #fff }
pre { margin: 0; padding: 14px; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, monospace }
details { margin-top: 12px } summary { cursor: pointer; padding: 4px 0; font-weight: 600 }
`;

/**
 * Lays out one page of the mailbox.
 *
 * @param title of the page, as plain text
 * @param head HTML beside the heading
 * @param body HTML of the page's content
 * @param nonce permits the page's own style and script in its Content-Security-Policy
 * @param script JavaScript of the page
 */
export function renderPage(title: string, head: string, body: string, nonce: string, script = ""): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Mailbox</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header><h1>${escapeHtml(title)}</h1>${head}</header>
<main>${body}</main>
${script ? `<script nonce="${nonce}">${script}</script>` : ""}
</body>
</html>`;
}
