import type { InvitationWords } from "./invitation-words";

/** The plain-text form of the letter; the link stands on a line of its own, so that no program breaks it. */
export function invitationText(words: InvitationWords, link: string, productName: string): string {
  const steps = words.steps.map((step, index) => `  ${index + 1}. ${step}`);
  return [
    words.title,
    "",
    words.greeting,
    "",
    `${words.offer} ${words.roleMeans}`,
    "",
    `${words.action}:`,
    link,
    "",
    `${words.stepsTitle}:`,
    ...steps,
    "",
    `${words.expiry} ${words.personal}`,
    "",
    words.unexpected,
    "",
    "-- ",
    productName,
    "",
  ].join("\n");
}
