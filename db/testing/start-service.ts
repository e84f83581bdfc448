import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type TestService = {
  child: ChildProcess;
  /** What it said when it was ready. */
  said: unknown;
  stop(): Promise<void>;
  kill(): Promise<void>;
};

/**
 * Starts a program of this repository as a process of its own and waits until it says that it is ready.
 * @param words Node's arguments: a script, or flags and code; TypeScript is understood
 */
export async function startService(words: string[], env: Record<string, string>): Promise<TestService> {
  const child = spawnService(words, env);
  const gone = once(child, "exit");
  const early = gone.then(([code]) => {
    throw new Error(`${words[0]} did not start (code ${code})`);
  });
  const [said] = await Promise.race([once(child, "message"), early]);
  // From here on an end is expected: the test that causes it looks at it itself.
  early.catch(() => {});
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    child.kill(signal);
    await gone;
  };
  return { child, said, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

/** The same without waiting. */
export function spawnService(words: string[], env: Record<string, string>): ChildProcess {
  const isPlain = words[0]?.endsWith(".mjs") === true;
  return spawn(process.execPath, isPlain ? words : ["--import", "tsx", ...words], {
    env: { ...process.env, ...env },
    stdio: ["ignore", process.env.TEST_LOG_LEVEL ? "inherit" : "ignore", "inherit", "ipc"],
  });
}
