import { escapeHtml } from "./escape-html";
import type { Envelope } from "./letter";
import { renderPage } from "./render-page";

/** Reloads the list when a letter came in, unless somebody is typing. */
const WATCH = `
const list = document.querySelector("[data-newest]");
setInterval(async () => {
  if (document.hidden || document.activeElement?.tagName === "INPUT") return;
  const answer = await fetch("/api/letters?limit=1" + list.dataset.query).catch(() => undefined);
  const [newest] = answer?.ok ? (await answer.json()).letters : [];
  if (newest && newest.id !== list.dataset.newest) location.reload();
}, 2000);`;

/**
 * Renders the list of letters.
 *
 * @param letters newest first
 * @param to what was asked for of the recipient's address; empty shows everybody's
 * @param nonce see `renderPage`
 */
export function renderList(letters: Envelope[], to: string, nonce: string): string {
  const search = `<form role="search"><label class="soft">To <input type="search" name="to" value="${escapeHtml(to)}" placeholder="name or address" autocomplete="off"></label> <button>Show</button></form>`;
  const rows = letters.map(renderRow).join("");
  const empty = `<p class="empty">${to ? `No letter to ${escapeHtml(to)} yet.` : "No letters yet. Every letter that the portal sends arrives here."}</p>`;
  const query = to ? `&part=${encodeURIComponent(to)}` : "";
  const body = `<div class="card" data-newest="${letters[0]?.id ?? ""}" data-query="${escapeHtml(query)}">${rows ? `<ul class="letters">${rows}</ul>` : empty}</div>`;
  return renderPage("Letters", search, body, nonce, WATCH);
}

function renderRow({ id, to, from, subject, at }: Envelope): string {
  const when = `<time datetime="${at}">${at.slice(0, 19).replace("T", " ")} UTC</time>`;
  const parties = `${escapeHtml(to.join(", "))} · from ${escapeHtml(from)}`;
  return `<li><a href="/letters/${id}"><span class="subject">${escapeHtml(subject) || "(no subject)"}</span>${when}<span class="soft to">${parties}</span></a></li>`;
}
