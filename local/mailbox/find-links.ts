/**
 * Finds the web addresses of a letter: targets of links first, then addresses in the text.
 *
 * @param html the letter's HTML
 * @param text the letter's text
 * @returns each address once, in order
 */
export function findLinks(html: string, text: string): string[] {
  const targets = [...html.matchAll(/<a\b[^>]*?\bhref\s*=\s*("([^"]*)"|'([^']*)')/gi)];
  const fromHtml = targets.map((match) => decodeEntities(match[2] ?? match[3] ?? ""));
  const fromText = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([address]) =>
    address.replace(/[.,;:!?]+$/, ""),
  );
  return [...new Set([...fromHtml, ...fromText])].filter((address) => /^https?:\/\//.test(address));
}

function decodeEntities(value: string): string {
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
