const longestShown = 120;

/**
 * A name that somebody typed, fit for a letter: on one line, of a length that fits, and never the beginning of
 * a web address that mail programs would turn into a link of their own.
 * @param longest in signs; for a sentence that somebody typed, more than a name needs
 */
export function showName(name: string, longest: number = longestShown): string {
  const line = name
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[a-z][a-z0-9+.-]*:\/\/|www\./gi, "")
    .trim();
  const signs = Array.from(line);
  return signs.length <= longest ? line : `${signs.slice(0, longest - 1).join("")}…`;
}
