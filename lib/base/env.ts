import type { z } from "zod";
import { type Env, envSchema } from "./env-schema";

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
  if (parsed !== undefined && needed.length === 0) return parsed;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const missing = needed.filter((name) => given[name] === undefined).map((name) => `${name} is missing`);
  if (parsed === undefined) {
    const outcome = envSchema.safeParse(given);
    if (!outcome.success) throw new EnvError([...describe(outcome.error, given), ...missing]);
    parsed = outcome.data;
  }
  if (missing.length > 0) throw new EnvError(missing);
  return parsed;
}

function describe(error: z.ZodError, given: Record<string, string | undefined>): string[] {
  return error.issues.map((issue) => {
    const name = issue.path.join(".");
    return given[name] === undefined && issue.code === "invalid_type"
      ? `${name} is missing`
      : `${name} ${issue.message}`;
  });
}
