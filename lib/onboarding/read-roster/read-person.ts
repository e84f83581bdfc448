/** An address as a link writes it: `mailto:ada@acme.example?subject=Hello`. */
const mailLink = /^mailto:([^?\s]+)(?:\?\S*)?$/i;
/** What people put between a name and its address. */
const between = " ,;:|()[]–—-";

/**
 * Takes a person as people write one apart: `Ada Lovelace <ada@acme.example>` as mail programs copy it,
 * `Ada Lovelace ada@acme.example`, `ada@acme.example (Ada)`, or an address copied from a link.
 * @returns the address by itself, the words before it and those behind it; the whole text as the address when it
 * holds no single word that could be one
 */
export function readPerson(text: string): { typed: string; name: string; rest: string } {
  const open = text.lastIndexOf("<", text.lastIndexOf("@"));
  const close = text.indexOf(">", open);
  if (open < 0 || close < text.lastIndexOf("@")) return readWords(text.trim());
  return {
    typed: withoutLink(text.slice(open + 1, close).trim()),
    name: text.slice(0, open).trim(),
    rest: text.slice(close + 1).replace(/^[\s,;|]+|[\s,;|]+$/g, ""),
  };
}

/** One address among words without brackets. Words on both sides leave no way to tell the name: all is the address. */
function readWords(text: string): { typed: string; name: string; rest: string } {
  const words = text.split(/\s+/);
  const at = words.findIndex((word) => word.includes("@"));
  const isAlone = words.length > 1 && words.filter((word) => word.includes("@")).length === 1;
  const isAtEnd = at === 0 || at === words.length - 1;
  if (!isAlone || !isAtEnd) return { typed: withoutLink(text), name: "", rest: "" };
  return {
    typed: withoutLink(trimBetween(words[at] ?? "")),
    name: trimBetween(words.slice(0, at).join(" ")),
    rest: trimBetween(words.slice(at + 1).join(" ")),
  };
}

/** By hand, because a pattern that looks for the end of a text takes quadratic time over a hostile one. */
function trimBetween(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && between.includes(text.charAt(start))) start += 1;
  while (end > start && between.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function withoutLink(address: string): string {
  return mailLink.exec(address)?.[1] ?? address;
}
