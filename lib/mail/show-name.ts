const longestShown = 120;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name that somebody typed, fit for a letter: on one line, of a length that fits, and never the beginning of
 * a web address that mail programs would turn into a link of their own. One that is written from right to left is set
 * apart (Unicode's isolates), so that its signs don't trade places with those of the sentence around it.
 * @param longest in signs; for a sentence that somebody typed, more than a name needs
 */
export function showName(name: string, longest: number = longestShown): string {
  const line = name
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[a-z][a-z0-9+.-]*:\/\/|www\./gi, "")
    .trim();
  const signs = Array.from(line);
  const shown = signs.length <= longest ? line : `${signs.slice(0, longest - 1).join("")}…`;
  return rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown;
}
