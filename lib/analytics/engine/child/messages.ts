import type { Cell } from "../analytics-engine";

/** What the engine tells its child. */
export type ToChild =
  | { kind: "ask"; path: string; sql: string; params: readonly string[]; maxRows: number }
  /** Give up what you work on. */
  | { kind: "interrupt" }
  | { kind: "drop"; path: string };

/** How a question went wrong, in words that carry no value of the file and no path. */
export type ChildFailure = "interrupted" | "too-much-memory" | "out-of-range" | "missing" | "broken";

/** What the child tells the engine. */
export type FromChild =
  | { kind: "ready" }
  | { kind: "answer"; rows: Cell[][] }
  | { kind: "failure"; reason: ChildFailure; name: string };

/** What a child may use, fixed when it starts. */
export type ChildLimits = { memoryMegabytes: number };
