"use client";

/**
 * Dialogs and menus add a style sheet to the page while they hold it still. The package that does so takes the nonce
 * that the page's policy asks for from this variable; the page's own scripts carry the same one.
 */
if (typeof document !== "undefined") {
  const scope: typeof globalThis & { __webpack_nonce__?: string | undefined } = globalThis;
  scope.__webpack_nonce__ = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}

/** Draws nothing; being on the page is enough. */
export function StyleNonce() {
  return null;
}
