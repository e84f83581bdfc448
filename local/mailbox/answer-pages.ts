import type { Store } from "./open-store";
import { renderBody, renderLetter } from "./render-letter";
import { renderList } from "./render-list";
import type { Reply } from "./reply";

/**
 * Answers the pages: the list (`/`), a letter (`/letters/ID`), and its HTML for the frame (`/letters/ID/body`).
 *
 * @param store the letters
 * @param path parts of the address after the first slash
 * @param query `to` limits the list to recipients whose address holds these letters
 */
export function answerPages(store: Store, path: string[], query: URLSearchParams): Reply {
  const [first, id = "", part] = path;
  if (first === "" && path.length === 1) {
    const to = query.get("to") ?? "";
    return { kind: "page", render: (nonce) => renderList(store.list({ part: to, limit: 200 }), to, nonce) };
  }
  const letter = first === "letters" && path.length <= 3 ? store.read(id) : undefined;
  if (letter && part === undefined) return { kind: "page", render: (nonce) => renderLetter(letter, nonce) };
  if (letter && part === "body") return { kind: "foreign", html: renderBody(letter) };
  return { kind: "text", status: 404, text: "There is no such letter here." };
}
