const accents = /[\u0300-\u036f]/g;

/**
 * What a text is compared by when people are looked for: lower-cased and without accents, so that "jose" finds
 * "José". The migration that gave existing names their keys does the same in SQL.
 */
export function foldText(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(accents, "");
}
