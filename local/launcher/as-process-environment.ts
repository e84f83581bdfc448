/**
 * Types an environment for `spawn`. Next.js declares NODE_ENV as always set, for the code it bundles; a
 * process may well be started without it, and Node.js drops what is undefined.
 *
 * @param environment names and values
 */
export function asProcessEnvironment(environment: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return environment as NodeJS.ProcessEnv;
}
