import type { Cell } from "./engine/analytics-engine";

/** About 50 MB of small numbers; one answer holds 40,000 cells at the most. */
const MOST_CELLS = 1_000_000;

/**
 * Keeps the rows of late answers, the ones not asked for the longest let go first. A version of a dataset never
 * changes, so what is kept under its file's key stays true for ever.
 */
export class AnswerCache {
  readonly #rows = new Map<string, Cell[][]>();
  #cells = 0;

  get(key: string): Cell[][] | undefined {
    const rows = this.#rows.get(key);
    if (rows !== undefined) {
      this.#rows.delete(key);
      this.#rows.set(key, rows);
    }
    return rows;
  }

  put(key: string, rows: Cell[][]): void {
    if (this.#rows.has(key)) return;
    this.#rows.set(key, rows);
    this.#cells += cellsOf(rows);
    for (const [oldest, old] of this.#rows) {
      if (this.#cells <= MOST_CELLS) return;
      this.#rows.delete(oldest);
      this.#cells -= cellsOf(old);
    }
  }
}

function cellsOf(rows: Cell[][]): number {
  return rows.length * (rows[0]?.length ?? 1) + 1;
}
