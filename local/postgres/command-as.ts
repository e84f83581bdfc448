import type { SpawnOptions } from "node:child_process";
import { asProcessEnvironment } from "../launcher/as-process-environment";
import { type Account, NOBODY } from "./choose-account";

export type Command = { file: string; args: string[]; options: SpawnOptions };

/**
 * Words a command so that it runs under the chosen account, without the PostgreSQL settings that the
 * operator's own shell may carry (PGPORT, PGDATA and the like).
 *
 * @param account from `chooseAccount`
 * @param file program
 * @param args its arguments
 */
export function commandAs(account: Account, file: string, args: string[]): Command {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|NODE_)/.test(name));
  const env = asProcessEnvironment({ ...Object.fromEntries(inherited), LC_ALL: "C", TZ: "UTC" });
  if (account.kind === "namespace") {
    const wrapped = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, file, ...args];
    return { file: "unshare", args: wrapped, options: { env } };
  }
  const user = account.kind === "user" ? { uid: account.uid, gid: account.gid } : {};
  return { file, args, options: { env, ...user } };
}
