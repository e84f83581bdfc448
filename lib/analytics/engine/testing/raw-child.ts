import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { startChild } from "../start-child";
import type { FromRaw, ToRaw } from "./raw-messages";

/** As much as a question gets, unless an operator says otherwise. */
const MEMORY_MEGABYTES = 1_024;

/**
 * The engine's library in a child process that is started as the engine starts its own, without anything of ours between
 * the caller's SQL and it: what the portal's own way is measured against.
 */
export class RawChild {
  readonly #process: ChildProcess;

  constructor() {
    this.#process = startChild("testing/raw-main.ts", MEMORY_MEGABYTES);
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
