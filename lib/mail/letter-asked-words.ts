import { greet } from "./greet";
import type { PlainWords } from "./plain-letter";
import { showName } from "./show-name";

/**
 * Finds the words that tell an admin of people whose invitation ran out and who would like another. It names nobody and
 * no number: more may ask while it is on its way.
 */
export function wordLetterAsked(notice: {
  personName: string;
  tenantName: string;
  productName: string;
}): PlainWords {
  const tenant = showName(notice.tenantName) || "your organisation";
  return {
    subject: `Somebody asks for a new invitation to ${tenant}`,
    title: "A new invitation is asked for",
    greeting: greet(notice.personName),
    paragraphs: [
      `An invitation to ${tenant} on ${notice.productName} ran out before it was used, and whoever holds that letter asks for a new one.`,
      "The people page lists who asked. A new letter takes a free seat; if you do nothing, nothing happens.",
    ],
    action: "See who asked",
    aside: null,
    note: `You get this letter because you are an admin of ${tenant}. It comes at most once a day.`,
  };
}
