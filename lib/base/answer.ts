/** What a person is told after an action; `ok` decides how it looks. */
export type Answer = { ok: boolean; message: string };

/** The caller may not do this, or not any more: the same words whatever the reason, so that they give nothing away. */
export const REFUSED: Answer = {
  ok: false,
  message: "You can't do that (any more). Reload the page and sign in again if asked.",
};

/** How the server's answer begins when somebody does something too often. */
export const TOO_OFTEN = "One moment, please";

/** The browser got no answer from the server. */
export const UNREACHABLE: Answer = {
  ok: false,
  message: "The server could not be reached. Nothing was changed: try again.",
};

/**
 * What a form says when an action ended without an answer of its own.
 * @param error as the action's call threw it; Next.js puts the text of a plain refusal into its message
 */
export function explainSilence(error: unknown): Answer {
  const isTooOften = error instanceof Error && error.message.startsWith(TOO_OFTEN);
  return isTooOften ? { ok: false, message: error.message } : UNREACHABLE;
}
