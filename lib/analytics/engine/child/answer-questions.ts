import type { DuckDBConnection } from "@duckdb/node-api";
import type { Cell } from "../analytics-engine";
import type { ChildLimits, FromChild, ToChild } from "./messages";
import { nameFailure } from "./name-failure";
import { OpenFiles } from "./open-files";

/**
 * Answers one question after the other until this process's parent is gone. DuckDB may take longer than it was told,
 * more memory than it was allowed, or crash on a file: it does so here, away from the people of the portal.
 */
export function answerQuestions(limits: ChildLimits): void {
  const files = new OpenFiles(limits);
  let atWork: DuckDBConnection | null = null;
  const tell = (message: FromChild) => process.send?.(message);
  process.on("message", (message: ToChild) => {
    if (message.kind === "interrupt") atWork?.interrupt();
    else if (message.kind === "drop") files.drop(message.path);
    else
      answer(message).then(
        (rows) => tell({ kind: "answer", rows }),
        (error: unknown) => tell({ kind: "failure", ...nameFailure(error) }),
      );
  });
  // A query that runs would keep an ordinary exit waiting.
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
  tell({ kind: "ready" });

  async function answer({ path, sql, params, maxRows }: ToChild & { kind: "ask" }): Promise<Cell[][]> {
    const { connection } = await files.get(path);
    atWork = connection;
    try {
      // Values make the engine plan twice: before it knows them, and after.
      const values = params.length > 0 ? [...params] : undefined;
      const reader = await connection.runAndReadUntil(sql, maxRows, values);
      // Decimals and big integers as text, exactly; a row more than asked for comes with its chunk.
      return reader.getRowsJson().slice(0, maxRows) as Cell[][];
    } finally {
      atWork = null;
    }
  }
}
