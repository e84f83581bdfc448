import { type SQL, sql } from "drizzle-orm";

/** A list of ids as one parameter, whatever its length (a list of parameters ends at 65,535). */
export function uuidArray(ids: readonly string[]): SQL {
  return sql`(select coalesce(array_agg(value::uuid), '{}') from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid[]`;
}

/** A list of texts as one parameter. */
export function textArray(texts: readonly string[]): SQL {
  return sql`(select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))::text[]`;
}

/** The only row of an answer that has one by construction. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const row = rows[0];
  if (row === undefined) throw new Error("the query answered no row where one must be");
  return row;
}
