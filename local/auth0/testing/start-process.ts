import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Starts `main.ts` with a channel to it, and waits until it says that it is ready. */
export async function startProcess(env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "local/auth0/main.ts"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const early = once(child, "exit").then(([code]) => {
    throw new Error(`the tenant did not start (code ${code})`);
  });
  await Promise.race([once(child, "message"), early]);
  // From here on an exit is expected: the test that causes it looks at it itself.
  early.catch(() => {});
  return child;
}
