import type { ChildProcess } from "node:child_process";
import type { Answered, Question } from "./analytics-engine";
import type { FromChild, ToChild } from "./child/messages";
import { readMemory } from "./read-memory";
import { startChild } from "./start-child";

/** How long a child that was asked to stop may take before it is killed. */
const GRACE_MS = 1_000;
const WATCH_MS = 100;

export type ChildSettings = {
  /** What DuckDB is told to keep to. */
  memoryMegabytes: number;
  /** Resident memory at which the child is killed: DuckDB's own limit is no hard one. */
  killMegabytes: number;
};

/** `crashed`: the child died of it by itself. */
export type Outcome = Answered | { ok: false; reason: "crashed" };

type Work = { finish: (outcome: Outcome) => void; timers: NodeJS.Timeout[]; why: "timeout" | "aborted" };

/** One child process, which answers one question at a time. */
export class EngineChild {
  readonly #process: ChildProcess;
  readonly #settings: ChildSettings;
  readonly opened = new Set<string>();
  #work: Work | null = null;
  #endedFor: "timeout" | "aborted" | "too-much-memory" | null = null;

  /** @param onEnd called once when the process is gone */
  constructor(settings: ChildSettings, onEnd: () => void) {
    this.#settings = settings;
    this.#process = startChild("child/main.ts", settings.memoryMegabytes);
    this.#process.on("message", (message: FromChild) => this.#hear(message));
    this.#process.on("error", () => {});
    this.#process.once("close", () => {
      onEnd();
      this.#finish({ ok: false, reason: this.#endedFor ?? "crashed" });
    });
  }

  get isFree(): boolean {
    return this.#work === null && this.#endedFor === null && this.#process.connected;
  }

  /** Answers within the deadline and a second, whatever the child does. */
  ask({ sql, params, maxRows, deadlineMs, signal }: Question, path: string): Promise<Outcome> {
    return new Promise((resolve) => {
      const giveUp = (why: Work["why"]) => {
        if (this.#work !== work) return;
        work.why = why;
        this.#send({ kind: "interrupt" });
        work.timers.push(setTimeout(() => this.#kill(why), GRACE_MS));
      };
      const onAbort = () => giveUp("aborted");
      const work: Work = {
        why: "timeout",
        finish: (outcome) => {
          signal?.removeEventListener("abort", onAbort);
          resolve(outcome);
        },
        timers: [
          setTimeout(() => giveUp("timeout"), deadlineMs),
          setInterval(() => void this.#watch(), WATCH_MS),
        ],
      };
      this.#work = work;
      signal?.addEventListener("abort", onAbort, { once: true });
      this.opened.add(path);
      this.#send({ kind: "ask", path, sql, params, maxRows });
    });
  }

  drop(path: string): void {
    if (this.opened.delete(path)) this.#send({ kind: "drop", path });
  }

  end(): void {
    this.#process.kill("SIGKILL");
  }

  #send(message: ToChild): void {
    // What can't be sent any more is told by `close`.
    if (this.#process.connected) this.#process.send(message, () => {});
  }

  #hear(message: FromChild): void {
    if (message.kind === "answer") this.#finish({ ok: true, rows: message.rows });
    if (message.kind === "failure")
      this.#finish({
        ok: false,
        reason: message.reason === "interrupted" ? this.#whyGivenUp() : message.reason,
      });
  }

  #whyGivenUp(): Work["why"] {
    return this.#work?.why ?? "timeout";
  }

  #finish(outcome: Outcome): void {
    const work = this.#work;
    this.#work = null;
    for (const timer of work?.timers ?? []) clearTimeout(timer);
    work?.finish(outcome);
  }

  async #watch(): Promise<void> {
    const { pid } = this.#process;
    const bytes = pid === undefined ? null : await readMemory(pid);
    if (bytes !== null && bytes > this.#settings.killMegabytes * 1_048_576) this.#kill("too-much-memory");
  }

  #kill(why: "timeout" | "aborted" | "too-much-memory"): void {
    this.#endedFor ??= why;
    this.#process.kill("SIGKILL");
  }
}
