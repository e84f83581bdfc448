import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";
import { asProcessEnvironment } from "../../local/launcher/as-process-environment";

export type CommandWish = {
  file: string;
  args: string[];
  log: string;
  env?: Record<string, string | undefined>;
  /** Whether its output is shown while it runs, besides going to the log. */
  show: boolean;
};

/**
 * Runs a command to its end, with its output in a log.
 *
 * @param wish what to run
 * @returns its exit code; 1 when a signal ended it or it can't be started
 */
export async function runCommand(wish: CommandWish): Promise<number> {
  mkdirSync(dirname(wish.log), { recursive: true });
  const log = createWriteStream(wish.log);
  const plain = wish.show ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined };
  const env = asProcessEnvironment({ ...process.env, ...plain, ...wish.env });
  const child = spawn(wish.file, wish.args, { env, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes: Buffer) => {
      log.write(bytes);
      if (wish.show) process.stdout.write(bytes);
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once("error", (error) => {
      log.write(`${error.message}\n`);
      resolve(1);
    });
    child.once("close", (status) => resolve(status ?? 1));
  });
  log.end();
  await finished(log);
  return code;
}
