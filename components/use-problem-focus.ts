"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Moves the focus to what is wrong in a form when it was refused: to the first wrong field, else to the sentence about
 * the whole form (FormError). Give the form what it returns as its `ref`.
 * @param refusal what was said against it, undefined while nothing was
 */
export function useProblemFocus(refusal: object | string | undefined): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusal === undefined) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid]");
    (wrong ?? form.current?.querySelector<HTMLElement>("[role=alert]"))?.focus();
  }, [refusal]);
  return form;
}
