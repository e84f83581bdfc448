import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { asProcessEnvironment } from "../../local/launcher/as-process-environment";
import { readTail } from "../../local/launcher/read-tail";

export type StartedPortal =
  | { ok: true; stop(): Promise<void> }
  | { ok: false; reason: "failed"; lastWords: string };

/**
 * Starts the whole portal with its local services through the launcher, as `npm start` does. It ends with
 * us, even when we are killed: the launcher follows its channel.
 *
 * @param env from `makeTestEnvironment`
 * @param log file for the launcher's output
 */
export async function startPortal(
  env: Record<string, string | undefined>,
  log: string,
): Promise<StartedPortal> {
  const launcher = spawn(process.execPath, ["local/start.mjs"], {
    env: asProcessEnvironment(env),
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const out = createWriteStream(log);
  for (const stream of [launcher.stdout, launcher.stderr]) stream?.pipe(out, { end: false });
  const ended = new Promise<void>((resolve) => launcher.once("close", () => resolve()));
  const ready = new Promise<boolean>((resolve) => {
    launcher.on("message", () => resolve(true));
    void ended.then(() => resolve(false));
  });
  if (!(await ready)) {
    await new Promise((resolve) => out.end(resolve));
    return { ok: false, reason: "failed", lastWords: readTail(log, 60) };
  }
  return {
    ok: true,
    async stop() {
      launcher.kill("SIGTERM");
      await ended;
    },
  };
}
