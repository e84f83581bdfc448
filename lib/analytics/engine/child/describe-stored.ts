import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnPlan, StoredColumn } from "../file-task";
import { quote } from "./quote";
import { readRows } from "./read-rows";

const LONGEST_TEXT = 200;

/** What a stored file holds, read back from it. Minimum and maximum as exact text, of which long ones are cut. */
export async function describeStored(
  connection: DuckDBConnection,
  path: string,
  plans: readonly ColumnPlan[],
): Promise<{ rows: number; columns: StoredColumn[] }> {
  const facts = plans.flatMap(({ cid }) => [
    `count(*) - count(${cid})`,
    `approx_count_distinct(${cid})`,
    ...["min", "max"].map((edge) => `left(CAST(${edge}(${cid}) AS VARCHAR), ${LONGEST_TEXT})`),
  ]);
  const [[rows = null, ...cells] = []] = await readRows(
    connection,
    `SELECT count(*), ${facts.join(", ")} FROM read_parquet(${quote(path)})`,
  );
  const columns = plans.map((_, place) => {
    const [nulls, distinct, min = null, max = null] = cells.slice(place * 4, place * 4 + 4);
    return {
      nulls: Number(nulls),
      distinctEstimate: Number(distinct),
      min: min === null ? null : String(min),
      max: max === null ? null : String(max),
    };
  });
  return { rows: Number(rows), columns };
}
