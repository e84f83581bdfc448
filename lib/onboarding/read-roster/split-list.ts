// Bounded, so that a line full of brackets costs no more than its length.
const item = /(?:"[^"\n]{0,320}"|<[^<>\n]{0,320}>|[^,;\t\n"<]|["<])+/g;

/**
 * Splits a line that holds several addresses, as people paste them from a mail program: by commas, semicolons
 * and tabs outside quotes and brackets. `Lovelace, Ada <ada@acme.example>` stays in one piece, because a piece
 * without an address belongs to the bracketed address behind it; bare addresses also part at blanks.
 * @returns the pieces, none blank
 */
export function splitList(line: string): string[] {
  const pieces: string[] = [];
  let waiting = "";
  const settle = () => {
    if (waiting !== "") pieces.push(waiting);
    waiting = "";
  };
  for (const part of (line.match(item) ?? []).map((text) => text.trim())) {
    if (part === "") continue;
    if (!part.includes("@")) {
      settle();
      waiting = part;
    } else if (waiting !== "" && /[^\s<]\s*<[^<>]*@[^<>]*>$/.test(part)) {
      pieces.push(`${waiting}, ${part}`);
      waiting = "";
    } else {
      settle();
      pieces.push(...splitBlanks(part));
    }
  }
  settle();
  return pieces;
}

function splitBlanks(part: string): string[] {
  const words = part.split(/\s+/);
  return words.length > 1 && words.every((word) => /^[^<>"]+@[^<>"]+$/.test(word)) ? words : [part];
}
