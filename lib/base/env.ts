import type { z } from "zod";
import { type Env, envSchema, variables } from "./env-schema";

/** The environment is unusable; `problems` has one clear line for each variable at fault. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((line) => `  ${line}`).join("\n")}`);
    this.problems = problems;
  }
}

let parsed: Env | undefined;

/**
 * The portal's environment, parsed once. The only reader of `process.env` in the house.
 * An empty value counts as unset.
 * @param needed variables that are optional in general but that this process cannot do without
 * @throws {EnvError} listing all problems at once
 */
export function env(): Env;
export function env<Name extends keyof Env>(...needed: Name[]): Env & { [N in Name]-?: NonNullable<Env[N]> };
export function env(...needed: (keyof Env)[]): Env {
  parsed ??= parse(envSchema, needed);
  const settings = parsed;
  const missing = needed.filter((name) => settings[name] === undefined);
  if (missing.length > 0) throw new EnvError(missing.map(isMissing));
  return settings;
}

/**
 * A few variables and no others, for commands that need little of the environment.
 * @throws {EnvError} listing all problems at once
 */
export function envOf<Name extends keyof Env>(...names: Name[]): { [N in Name]-?: NonNullable<Env[N]> } {
  const mask = Object.fromEntries(names.map((name) => [name, true as const]));
  return asPicked(parse(variables.pick(asMask(mask)), names));
}

/** Tells this process's framework, which reads it from the environment itself, what the house has decided. */
export function publishEnv(name: "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", value: string): void {
  process.env[name] = value;
}

/** What a child process needs to run at all, and no setting or secret of the portal's. */
export function bareEnv(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { NODE_ENV: "production", PATH, HOME, TMPDIR };
}

function parse<Schema extends z.ZodType>(schema: Schema, needed: readonly (keyof Env)[]): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const missing = needed.filter((name) => given[name] === undefined).map(isMissing);
  const outcome = schema.safeParse(given);
  if (outcome.success && missing.length === 0) return outcome.data;
  const problems = outcome.success ? [] : describe(outcome.error, given);
  throw new EnvError([...new Set([...problems, ...missing])]);
}

function isMissing(name: string): string {
  return `${name} is missing`;
}

/** zod wants the mask's names as literals; they are, since they come from `Name`. */
function asMask(mask: Record<string, true>): { [N in keyof Env]?: true } {
  return mask;
}

/** Every name was found in the environment, or `parse` would have thrown. */
function asPicked<Picked>(settings: object): Picked {
  return settings as Picked;
}

function describe(error: z.ZodError, given: Record<string, string | undefined>): string[] {
  return error.issues.map((issue) => {
    const name = issue.path.join(".");
    return given[name] === undefined && issue.code === "invalid_type"
      ? isMissing(name)
      : `${name} ${issue.message}`;
  });
}
