import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import type { Column } from "@/lib/analytics/column";
import { compile } from "@/lib/analytics/compile/compile";
import { postgres as dialect } from "@/lib/analytics/compile/dialect";
import type { Cell } from "@/lib/analytics/engine/analytics-engine";
import type { Spec } from "@/lib/analytics/spec";
import { eventColumns } from "./write-events";

export const columns: Column[] = eventColumns.map((column, place) => ({ cid: `c${place}`, ...column }));

/** Moments as text, as PostgreSQL writes them, and not as Node's dates. */
const asWritten = { to: 1114, from: [1082, 1114], parse: (text: string) => text, serialize: String };

/** The same rows in PostgreSQL, asked over so many connections. */
export class Rival {
  readonly #sql: postgres.Sql<{ moment: string }>;

  constructor(url: string, connections = 2) {
    this.#sql = postgres(url, { max: connections, onnotice: () => {}, types: { moment: asWritten } });
  }

  /** Copies the file in, with an index on the time that questions are about. Answers the table's bytes. */
  async load(source: string): Promise<number> {
    const sql = this.#sql;
    const list = columns.map(({ cid, kind, scale }) => `${cid} ${dialect.type(kind, scale)}`).join(", ");
    await sql.unsafe(`create table d (${list})`);
    const copying = await sql.unsafe("copy d from stdin (format csv, header)").writable();
    await pipeline(createReadStream(source, { highWaterMark: 1_048_576 }), copying);
    await sql.unsafe("create index on d (c1)");
    await sql.unsafe("vacuum analyze d");
    const [size] = await sql<{ bytes: string }[]>`select pg_table_size('d') as bytes`;
    return Number(size?.bytes);
  }

  async ask(spec: Spec): Promise<Cell[][]> {
    const { sql, params } = compile(spec, columns, dialect);
    const rows: Cell[][] = await this.#sql.unsafe(sql, [...params]).values();
    return rows.map((row) => [...row]);
  }

  async version(): Promise<string> {
    const [row] = await this.#sql<{ server_version: string }[]>`show server_version`;
    return row?.server_version ?? "";
  }

  end(): Promise<void> {
    return this.#sql.end();
  }
}
