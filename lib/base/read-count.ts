/**
 * Reads a whole number as people type one: digits, also in groups of three with a comma, a blank or an apostrophe
 * between them. Not with a dot, which may as well stand before a fraction.
 * @returns NaN for anything else, such as nothing at all
 */
export function readCount(typed: string): number {
  const text = typed.trim();
  if (!/^-?(\d+|\d{1,3}([,'\u2019\s]\d{3})+)$/.test(text)) return Number.NaN;
  return Number(text.replace(/[^-\d]/g, ""));
}
