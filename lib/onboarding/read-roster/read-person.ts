/**
 * Takes `Ada Lovelace <ada@acme.example>`, as mail programs copy it, apart.
 * @returns the address without brackets, the words before it and those behind it; the whole text as the
 * address when there are no brackets around an `@`
 */
export function readPerson(text: string): { typed: string; name: string; rest: string } {
  const open = text.lastIndexOf("<", text.lastIndexOf("@"));
  const close = text.indexOf(">", open);
  if (open < 0 || close < text.lastIndexOf("@")) return { typed: text.trim(), name: "", rest: "" };
  return {
    typed: text.slice(open + 1, close).trim(),
    name: text.slice(0, open).trim(),
    rest: text.slice(close + 1).replace(/^[\s,;|]+|[\s,;|]+$/g, ""),
  };
}
