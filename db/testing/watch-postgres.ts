import type { Watcher } from "./gate-stream";
import { SIGN_OF_LIFE } from "./kill-points";

/**
 * A COMMIT of something written is the event, named after the tables; the server's `COMMIT` answers it. (PostgreSQL, "Message Formats": each message of a client
 * after its first is a letter, a length and words.)
 */
export function watchPostgres(): Watcher {
  let [rest, isFirst]: [Buffer, boolean] = [Buffer.alloc(0), true];
  let statements: string[] = [];
  const prepared = new Map<string, string>();
  return {
    event(sent) {
      rest = Buffer.concat([rest, sent]);
      let event: string | null = null;
      for (;;) {
        const start = isFirst ? 0 : 1;
        if (rest.length < start + 4) return event;
        const length = start + rest.readInt32BE(start);
        if (rest.length < length) return event;
        const [kind, words] = [
          isFirst ? "" : String.fromCharCode(rest[0] ?? 0),
          rest.subarray(start + 4, length),
        ];
        rest = rest.subarray(length);
        isFirst = false;
        const statement = read(kind, words);
        if (statement === null) continue;
        if (/^begin/i.test(statement)) statements = [];
        if (/^commit/i.test(statement)) event = nameOf(statements);
        statements.push(statement);
      }
    },
    isAnswer: (words) => words.includes("COMMIT\0"),
  };

  /** The statement that a message runs; null for one that runs none. */
  function read(kind: string, words: Buffer): string | null {
    const [first = "", second = ""] = words.toString("latin1").split("\0");
    if (kind === "Q") return first;
    if (kind === "P") prepared.set(first, second);
    return kind === "B" ? (prepared.get(second) ?? "") : null;
  }
}

/** Null for a transaction that only looked: its COMMIT leaves nothing behind. */
function nameOf(statements: string[]): string | null {
  const written = statements.flatMap((statement) => [
    /^\s*(?:insert into|update|delete from) "?(\w+)/i.exec(statement)?.[1] ?? "",
    ...(statement.includes("jobs.enqueue") ? ["jobs"] : []),
  ]);
  const names = [...new Set(written)].filter((name) => name !== "");
  if (names.includes("runners")) return SIGN_OF_LIFE;
  return names.length === 0 ? null : `commit ${names.join(" ")}`;
}
