import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { bareEnv } from "@/lib/base/env";
import type { FromRaw, ToRaw } from "./raw-messages";

/**
 * The engine's library in a child process that is started as the engine starts its own, without anything of ours between
 * the caller's SQL and it: what the portal's own way is measured against.
 */
export class RawChild {
  readonly #process: ChildProcess;

  constructor() {
    const path = join(process.cwd(), "lib", "analytics", "engine", "testing", "raw-main.ts");
    this.#process = fork(path, [], {
      env: bareEnv(),
      execArgv: ["--import", "tsx"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** @throws when the statement fails, which ends the child */
  async run(sql: string): Promise<FromRaw> {
    const stop = new AbortController();
    const { signal } = stop;
    const gone = once(this.#process, "exit", { signal }).then(([code]) => {
      throw new Error(`the raw child ended with ${code}`);
    });
    const answer = once(this.#process, "message", { signal });
    const message: ToRaw = { sql };
    this.#process.send(message);
    try {
      const [said] = await Promise.race([answer, gone]);
      return said;
    } finally {
      for (const left of [gone, answer]) left.catch(() => {});
      stop.abort();
    }
  }

  async end(): Promise<void> {
    const gone = once(this.#process, "exit");
    this.#process.disconnect();
    await gone;
  }
}
