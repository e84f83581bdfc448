// Direction marks, zero-width signs and soft hyphens. The two joiners stay: names and emoji are spelt with them.
const unseen = /(?![\u200c\u200d])[\p{Cf}\p{Cs}]/gu;
const blanks = /[\s\p{Cc}]+/gu;
const quoted = /^(?:"(.*)"|“(.*)”|'(.*)')$/;

/**
 * Makes a text safe to show and to keep: NFC, control characters and runs of blanks become one space,
 * direction marks and other unseen signs go, and so do quotes around the whole.
 */
export function cleanText(typed: string): string {
  const text = typed.normalize("NFC").replace(unseen, "").replace(blanks, " ").trim();
  const inside = quoted.exec(text);
  return inside ? (inside[1] ?? inside[2] ?? inside[3] ?? "").trim() : text;
}
