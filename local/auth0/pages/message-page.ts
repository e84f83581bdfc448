import type { Reply } from "../server/call";
import { html } from "./html";
import { page } from "./page";

export interface Message {
  title: string;
  text: string;
  /** Where the person goes from here. */
  button?: { label: string; href: string } | undefined;
}

/** A page that says one thing and offers at most one way on. */
export function messagePage(status: number, { title, text, button }: Message, cookies: string[] = []): Reply {
  const way = button && html`<a class="button" href="${button.href}">${button.label}</a>`;
  return page(status, title, html`<p>${text}</p>${way}`, cookies);
}
