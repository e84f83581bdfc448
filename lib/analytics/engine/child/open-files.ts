import type { ChildLimits } from "./messages";
import { openFile } from "./open-file";
import type { Locked } from "./open-locked";

/** Opening takes as long as a small question; files are few and asked again and again. */
const MOST_OPEN = 8;

/** The files that a child holds open, the one asked longest ago closed first. */
export class OpenFiles {
  readonly #limits: ChildLimits;
  readonly #open = new Map<string, Locked>();

  constructor(limits: ChildLimits) {
    this.#limits = limits;
  }

  async get(path: string): Promise<Locked> {
    const file = this.#open.get(path) ?? (await openFile(path, this.#limits));
    this.#open.delete(path);
    this.#open.set(path, file);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= MOST_OPEN) break;
      this.drop(oldest);
    }
    return file;
  }

  drop(path: string): void {
    this.#open.get(path)?.close();
    this.#open.delete(path);
  }
}
