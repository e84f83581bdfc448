import { escapeHtml } from "./escape-html";
import type { Letter } from "./letter";
import { renderPage } from "./render-page";

/**
 * Renders one letter: who and when, its HTML in a frame that may run nothing, its text, its headers.
 *
 * @param letter the letter
 * @param nonce see `renderPage`
 */
export function renderLetter(letter: Letter, nonce: string): string {
  const { id, to, from, subject, at, html, text, headers } = letter;
  const facts = { To: to.join(", "), From: from, Arrived: `${at.slice(0, 19).replace("T", " ")} UTC` };
  const terms = Object.entries(facts).map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  // Links may open in a new tab, which is then free of the sandbox; nothing else is allowed.
  const frame = `<iframe title="The letter" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/letters/${id}/body"></iframe>`;
  const plain = `<pre>${escapeHtml(text)}</pre>`;
  const details = html
    ? `<details><summary>Text version</summary><div class="card">${plain}</div></details>`
    : "";
  const lines = headers.map(({ name, value }) => `${name}: ${value}`).join("\n");
  const all = `<details><summary>Headers</summary><div class="card"><pre>${escapeHtml(lines)}</pre></div></details>`;
  const body = `<dl>${terms.join("")}</dl><div class="card">${html ? frame : plain}</div>${details}${all}`;
  return renderPage(subject || "(no subject)", `<a href="/">All letters</a>`, body, nonce);
}

/**
 * Prepares a letter's HTML for its frame: links open in a new tab.
 *
 * @param letter the letter
 */
export function renderBody(letter: Letter): string {
  const base = `<base target="_blank">`;
  return /<head[^>]*>/i.test(letter.html)
    ? letter.html.replace(/<head[^>]*>/i, `$&${base}`)
    : `${base}${letter.html}`;
}
