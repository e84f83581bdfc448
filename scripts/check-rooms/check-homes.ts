import type { SourceFile, Tree } from "./read-tree";
import type { Token } from "./scan-tokens";
import type { Violation } from "./violation";

/** Law 2: each package has one home, and one file reads the environment. Binds the rooms of the house only. */
export function checkHomes(tree: Tree): Violation[] {
  const { rooms, files } = tree;
  const bound = files.filter((file) => file.room !== null && rooms.rooms[file.room]?.bound === true);
  return bound.flatMap((file) => [...packagesAstray(file, tree), ...environmentReads(file, tree)]);
}

function packagesAstray(file: SourceFile, { rooms }: Tree): Violation[] {
  return file.edges.flatMap(({ target, specifier, line }) => {
    const homes = target.kind === "package" ? rooms.homes[target.name] : undefined;
    if (target.kind !== "package" || homes === undefined) return [];
    if (file.room !== null && homes.includes(file.room)) return [];
    if (file.isTest && rooms.tests.packages.includes(target.name)) return [];
    const home = homes.join(", ") || "*.test.ts files";
    const mend = `Give ${home} a verb that does what you need, and call that.`;
    return [{ file: file.path, line, what: `imports ${specifier}, whose home is ${home}`, law: 2, mend }];
  });
}

/** Tests are exempt: the test command tells them by variables of its own where their services are. */
function environmentReads(file: SourceFile, { rooms }: Tree): Violation[] {
  if (file.isTest || file.path === rooms.environment) return [];
  const byImport = file.edges
    .filter(({ target }) => target.kind !== "ours" && target.name === "process" && importsEnv(file.tokens))
    .map(({ line }) => line);
  const lines = [
    ...byImport,
    ...file.tokens.filter((_, at) => readsEnv(file.tokens, at)).map(({ line }) => line),
  ];
  const mend = `Ask env() of ${rooms.environment}; a new variable gets its line in the schema there.`;
  return lines.map((line) => ({ file: file.path, line, what: "reads process.env", law: 2, mend }));
}

/** `process.env`, `process?.env`, `process["env"]`, `const { env } = process`, and `process` under another name. */
function readsEnv(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== "word" || tokens[at]?.value !== "process") return false;
  const after = tokens.slice(at + 1, at + 4).map(({ value }) => value);
  const before = tokens.slice(Math.max(0, at - 2), at).map(({ value }) => value);
  if (before.join("") === "}=" && after[0] !== ".") return true;
  if (["=", "("].includes(before.at(-1) ?? "") && [";", ",", ")"].includes(after[0] ?? "")) return true;
  return after[after[0] === "?" ? 2 : 1] === "env" && [".", "?", "["].includes(after[0] ?? "");
}

/** Whether `env` is imported, or all of `process` under a name by which its reads are not seen. */
function importsEnv(tokens: readonly Token[]): boolean {
  const close = tokens.findIndex(
    ({ kind, value }) => kind === "text" && (value === "process" || value === "node:process"),
  );
  const open = tokens.findLastIndex(({ value }, at) => at < close && value === "import");
  const clause = tokens.slice(open + 1, close).map(({ value }) => value);
  return clause.includes("env") || !["{", "process", "type"].includes(clause[0] ?? "");
}
