import type { Cell } from "../analytics-engine";

export type ToRaw = { sql: string };

/** An answer, and the milliseconds that the library took for it, without the way here. */
export type FromRaw = { rows: Cell[][]; ms: number };
