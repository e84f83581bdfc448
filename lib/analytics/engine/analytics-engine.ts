/** A value of an answer. What a double can't hold exactly, and every moment, comes as text. */
export type Cell = string | number | boolean | null;

/** A question about one stored file, which its SQL knows as the view `d`. */
export type Question = {
  /** On whose behalf: owners take turns, however much one of them asks. */
  owner: string;
  /** The file's key in the store. */
  file: string;
  sql: string;
  /** Bound to `$1`, `$2` ... as text; the SQL casts them. */
  params: readonly string[];
  /** Milliseconds of work after which the question is given up. */
  deadlineMs: number;
  /** More rows than these are not fetched. */
  maxRows: number;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
};

/**
 * - `busy`: its owner has too many questions waiting. - `timeout`, `too-much-memory`: given up. - `out-of-range`: a
 * number grew beyond what fits. - `missing`: the file is not there. - `aborted`: nobody waited any more.
 * - `broken`: the engine died on it twice, or refused it.
 */
export type Unanswered = {
  ok: false;
  reason: "busy" | "timeout" | "too-much-memory" | "out-of-range" | "missing" | "aborted" | "broken";
};

export type Answered = { ok: true; rows: Cell[][] } | Unanswered;

/**
 * Answers questions about stored files. This machine's implementation keeps child processes (`create-engine`); a
 * service on other machines can stand in its place, since files are named by key and everything else is plain data.
 */
export interface AnalyticsEngine {
  query(question: Question): Promise<Answered>;
  /** Forgets a file that is about to be cleared away. */
  drop(file: string): void;
  /** Ends every child. */
  close(): void;
}
