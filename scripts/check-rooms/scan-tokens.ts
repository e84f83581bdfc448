/** A word (name, keyword or number), a text (string without substitutions, unquoted) or one mark. */
export type Token = { kind: "word" | "text" | "mark"; value: string; line: number };

const blank = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const word = /[\p{ID_Start}$_#@0-9][\p{ID_Continue}$]*/uy;
const quoted = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const pattern = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const templatePart = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{)/y;
const wordsBeforeAPattern = new Set(
  "return typeof case in of await yield void delete do else instanceof new throw".split(" "),
);

/**
 * Cuts TypeScript or JavaScript (with or without JSX) into tokens, without comments and patterns. Enough
 * to find imports by; text between JSX tags comes out as words, which does no harm there.
 * @returns the tokens, and the line of a comment or template that never closes (null when all do)
 */
export function scanTokens(source: string): { tokens: Token[]; unclosed: number | null } {
  const tokens: Token[] = [];
  // One number for each `${` we are inside of: how many braces are open since.
  const substitutions: number[] = [];
  let at = 0;
  let line = 1;

  const take = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = at;
    const match = shape.exec(source);
    if (match) at = shape.lastIndex;
    return match;
  };
  const pass = (text: string) => {
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) line += 1;
  };
  const push = (kind: Token["kind"], value: string) => tokens.push({ kind, value, line });

  /** Reads a template from behind its opening mark or a substitution; false when it never closes. */
  const template = (whole: boolean): boolean => {
    const part = take(templatePart);
    if (!part) return false;
    const closes = part[1] === "`";
    if (closes) push(whole ? "text" : "mark", whole ? part[0].slice(0, -1) : "`");
    else substitutions.push(0);
    pass(part[0]);
    return true;
  };
  /** Keeps count of braces; answers whether this one ends a substitution. */
  const endsSubstitution = (mark: string): boolean => {
    const open = substitutions.at(-1);
    if (open === undefined || (mark !== "{" && mark !== "}")) return false;
    if (mark === "}" && open === 0) return substitutions.pop() === 0;
    substitutions[substitutions.length - 1] = open + (mark === "{" ? 1 : -1);
    return false;
  };

  while (at < source.length) {
    const skipped = take(blank) ?? (mayStartPattern(tokens.at(-1)) ? take(pattern) : null);
    if (skipped) {
      pass(skipped[0]);
      continue;
    }
    const text = take(quoted);
    if (text) {
      push("text", text[0].slice(1, -1));
      pass(text[0]);
      continue;
    }
    const name = take(word);
    if (name) {
      push("word", name[0]);
      continue;
    }
    const mark = source.charAt(at);
    if (source.startsWith("/*", at)) return { tokens, unclosed: line };
    at += 1;
    const opened = line;
    if (mark === "`" || endsSubstitution(mark)) {
      if (!template(mark === "`")) return { tokens, unclosed: opened };
    } else push("mark", mark);
  }
  return { tokens, unclosed: null };
}

/** A slash divides after a value and opens a pattern elsewhere; after `<` it closes a JSX tag. */
function mayStartPattern(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === "mark") return !")]}<`".includes(before.value);
  return before.kind === "word" && wordsBeforeAPattern.has(before.value);
}
