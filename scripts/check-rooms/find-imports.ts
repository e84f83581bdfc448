import type { Token } from "./scan-tokens";

/** One import as written: what is asked for (null when it is computed), and on which line. */
export type Import = { specifier: string | null; line: number };

const insideClause = new Set(["{", "}", ",", "*"]);

/** Finds every import: static, for types, for effect, re-exported, dynamic, in a type, and `require`. */
export function findImports(tokens: readonly Token[]): Import[] {
  const found: Import[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== "word" || isMark(tokens[at - 1], ".")) return;
    const called = isMark(tokens[at + 1], "(");
    let specifier: string | null | undefined;
    if (token.value === "import") specifier = called ? argument(tokens, at + 2) : clause(tokens, at + 1);
    else if (token.value === "export") specifier = reexport(tokens, at + 1);
    else if (token.value === "require" && called) specifier = argument(tokens, at + 2);
    if (specifier !== undefined) found.push({ specifier, line: token.line });
  });
  return found;
}

function argument(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  return token?.kind === "text" ? token.value : null;
}

/** What stands behind `import`: an effect's text, or everything up to `from "..."`. */
function clause(tokens: readonly Token[], start: number): string | undefined {
  const first = tokens[start];
  if (first?.kind === "text") return first.value;
  for (let at = start; ; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined) return undefined;
    if (isWord(token, "from") && next?.kind === "text") return next.value;
    if (token.kind === "mark" && !insideClause.has(token.value)) return undefined;
  }
}

/** Only `export {...} from` and `export * from` ask for something; all other exports are our own. */
function reexport(tokens: readonly Token[], start: number): string | undefined {
  const first = isWord(tokens[start], "type") ? start + 1 : start;
  if (isMark(tokens[first], "*")) return clause(tokens, first);
  if (!isMark(tokens[first], "{")) return undefined;
  const close = tokens.findIndex((token, at) => at > first && isMark(token, "}"));
  return isWord(tokens[close + 1], "from") ? clause(tokens, close + 1) : undefined;
}

function isWord(token: Token | undefined, value: string): boolean {
  return token?.kind === "word" && token.value === value;
}

function isMark(token: Token | undefined, value: string): boolean {
  return token?.kind === "mark" && token.value === value;
}
