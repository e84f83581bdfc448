/** Just before something reaches the outside, or after the outside did it and before the worker learns of it. */
export type KillPhase = "before" | "after";
export type Verdict = "go on" | "struck" | "strike when answered";

/** A worker's regular note that it lives. Not counted: it comes with the clock, not with the work. */
export const SIGN_OF_LIFE = "sign of life";

type Target = { event: number | typeof SIGN_OF_LIFE; phase: KillPhase };

/**
 * Counts what a worker does to the outside, and strikes at one chosen event. The gates between the worker and its
 * services ask `meet` before they pass something on, and call `strike` when they were told to wait for the answer.
 */
export class KillPoints {
  #met: string[] = [];
  #target: Target | null = null;
  #kill: () => void = () => {};

  /** From here on events are counted from 0, and `kill` is called at that one. */
  arm(target: Target, kill: () => void): void {
    this.#met = [];
    this.#target = target;
    this.#kill = kill;
  }

  disarm(): void {
    this.#target = null;
  }

  /** The events since `arm`, by name. */
  get met(): readonly string[] {
    return this.#met;
  }

  meet(name: string): Verdict {
    if (name !== SIGN_OF_LIFE) this.#met.push(name);
    const event = name === SIGN_OF_LIFE ? SIGN_OF_LIFE : this.#met.length - 1;
    if (this.#target?.event !== event) return "go on";
    if (this.#target.phase === "after") return "strike when answered";
    this.strike();
    return "struck";
  }

  strike(): void {
    this.#target = null;
    this.#kill();
  }
}
