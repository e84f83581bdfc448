import type { ServerResponse } from "node:http";

/** Where requests come in: knows which answers are not finished yet. */
export class Door {
  readonly #open = new Set<ServerResponse>();
  #waiting: (() => void)[] = [];
  #isLast = false;
  #isHeld = false;

  /** How many answers are under way. */
  get open(): number {
    return this.#open.size;
  }

  /** Lets a request in: `begin` starts its answer, now or once the door is no longer held. */
  enter(answer: ServerResponse, begin: () => void): void {
    this.#open.add(answer);
    answer.once("close", () => this.#open.delete(answer));
    if (this.#isLast) endConnectionAfter(answer);
    if (this.#isHeld) this.#waiting.push(begin);
    else begin();
  }

  /** From here on each answer is the last one on its connection: its client opens another, elsewhere. */
  beTheLast(): void {
    this.#isLast = true;
    for (const answer of this.#open) endConnectionAfter(answer);
  }

  /** Requests that come in from here on wait at the door. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const begin of waiting) begin();
  }
}

/** RFC 9112, 9.6: a client sends nothing more on a connection whose answer said `close`. */
function endConnectionAfter(answer: ServerResponse): void {
  if (!answer.headersSent) answer.setHeader("connection", "close");
}
