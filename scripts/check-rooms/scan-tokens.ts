import { openSource } from "./open-source";

/** A word (name, keyword or number), a text (string without substitutions, unquoted) or one mark. */
export type Token = { kind: "word" | "text" | "mark"; value: string; line: number };

const blank = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const word = /[\p{ID_Start}$_#@0-9][\p{ID_Continue}$]*/uy;
const quoted = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const pattern = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const templatePart = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{)/y;
const anyMark = /\/\*|[\s\S]/y;
const wordsBeforeAPattern = new Set(
  "return typeof case in of await yield void delete do else instanceof new throw".split(" "),
);

/**
 * Cuts TypeScript or JavaScript (with or without JSX) into tokens, without comments and patterns. Enough
 * to find imports by; text between JSX tags comes out as words, which does no harm there.
 * @returns the tokens, and the line of a comment or template that never closes (null when all do)
 */
export function scanTokens(source: string): { tokens: Token[]; unclosed: number | null } {
  const { take, line: lineNow } = openSource(source);
  const tokens: Token[] = [];
  // One number for each `${` we are inside of: how many braces are open since.
  const substitutions: number[] = [];

  for (;;) {
    const line = lineNow();
    if (take(blank) || (mayStartPattern(tokens.at(-1)) && take(pattern))) continue;
    const text = take(quoted);
    const name = text ? null : take(word);
    if (text) tokens.push({ kind: "text", value: text[0].slice(1, -1), line });
    if (name) tokens.push({ kind: "word", value: name[0], line });
    if (text || name) continue;

    const mark = take(anyMark)?.[0];
    if (mark === undefined) return { tokens, unclosed: null };
    if (mark === "/*") return { tokens, unclosed: line };
    if (mark !== "`" && !endsSubstitution(mark, substitutions)) {
      tokens.push({ kind: "mark", value: mark, line });
      continue;
    }
    const part = take(templatePart);
    if (!part) return { tokens, unclosed: line };
    if (part[1] === "${") substitutions.push(0);
    else if (mark === "`") tokens.push({ kind: "text", value: part[0].slice(0, -1), line });
    else tokens.push({ kind: "mark", value: "`", line });
  }
}

/** Keeps count of the braces inside substitutions; answers whether this mark ends one. */
function endsSubstitution(mark: string, substitutions: number[]): boolean {
  const open = substitutions.at(-1);
  if (open === undefined || (mark !== "{" && mark !== "}")) return false;
  if (mark === "}" && open === 0) return substitutions.pop() === 0;
  substitutions[substitutions.length - 1] = open + (mark === "{" ? 1 : -1);
  return false;
}

/** A slash divides after a value and opens a pattern elsewhere; after `<` it closes a JSX tag. */
function mayStartPattern(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === "mark") return !")]}<`".includes(before.value);
  return before.kind === "word" && wordsBeforeAPattern.has(before.value);
}
