export interface LoggedCall {
  at: string;
  route: string;
  /** The status answered; 0 if the connection was cut instead. */
  status: number;
  /** Ids the call was about: users, jobs, grant types. Never a secret. */
  ids: Record<string, string>;
}

export interface CallLog {
  add(call: LoggedCall): void;
  all(): readonly LoggedCall[];
  counts(): Record<string, number>;
  clear(): void;
}

const CAPACITY = 20_000;

/** Remembers the latest calls (10,000 at least), in the order in which they were answered. */
export function createCallLog(): CallLog {
  let calls: LoggedCall[] = [];
  return {
    add(call) {
      calls.push(call);
      if (calls.length > CAPACITY) calls = calls.slice(-CAPACITY / 2);
    },
    all: () => calls,
    counts() {
      const counts: Record<string, number> = {};
      for (const { route } of calls) counts[route] = (counts[route] ?? 0) + 1;
      return counts;
    },
    clear() {
      calls = [];
    },
  };
}
