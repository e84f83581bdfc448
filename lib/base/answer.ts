/** What a person is told after an action; `ok` decides how it looks. */
export type Answer = { ok: boolean; message: string };

/** The caller may not do this, or not any more: the same words whatever the reason, so that they give nothing away. */
export const REFUSED: Answer = {
  ok: false,
  message: "You can't do that (any more). Reload the page and sign in again if asked.",
};

/** The browser got no answer from the server. */
export const UNREACHABLE: Answer = {
  ok: false,
  message: "The server could not be reached. Nothing was changed: try again.",
};
