import type { Reply } from "../server/call";
import { messagePage } from "./message-page";

/** For a form whose token does not fit: it was opened in another browser, or cookies are switched off. */
export function staleFormPage(): Reply {
  return messagePage(403, {
    title: "Please Try Again",
    text: "This page was opened in another browser, or your browser keeps no cookies. Go back, reload the page and send the form again.",
  });
}
