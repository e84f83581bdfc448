type Waiting<Item> = { owner: string; item: Item };

/**
 * A line in which owners take turns: each in its own order, and none with more than its share at work or waiting.
 * @param limits how many items of one owner may be at work, and how many may wait
 */
export class WaitingLine<Item> {
  readonly #limits: { running: number; waiting: number };
  readonly #lines = new Map<string, Item[]>();
  readonly #running = new Map<string, number>();

  constructor(limits: { running: number; waiting: number }) {
    this.#limits = limits;
  }

  /** Whether there was room; a full line takes nothing. */
  join(owner: string, item: Item): boolean {
    const line = this.#lines.get(owner) ?? [];
    if (line.length >= this.#limits.waiting) return false;
    this.#lines.set(owner, [...line, item]);
    return true;
  }

  /** Takes the next item whose owner has room to run it; its owner goes to the end of the turn. */
  next(): Waiting<Item> | null {
    for (const [owner, [item, ...rest]] of this.#lines) {
      const running = this.#running.get(owner) ?? 0;
      if (item === undefined || running >= this.#limits.running) continue;
      this.#lines.delete(owner);
      if (rest.length > 0) this.#lines.set(owner, rest);
      this.#running.set(owner, running + 1);
      return { owner, item };
    }
    return null;
  }

  /** An item of this owner, taken by `next`, is done. */
  done(owner: string): void {
    const running = (this.#running.get(owner) ?? 0) - 1;
    if (running > 0) this.#running.set(owner, running);
    else this.#running.delete(owner);
  }

  /** Takes a waiting item out again. Whether it was still there. */
  leave(owner: string, item: Item): boolean {
    const line = this.#lines.get(owner) ?? [];
    if (!line.includes(item)) return false;
    const rest = line.filter((other) => other !== item);
    if (rest.length > 0) this.#lines.set(owner, rest);
    else this.#lines.delete(owner);
    return true;
  }
}
