import type { Call, Reply } from "../server/call";
import { apiError } from "./api-error";

export type QueryOutcome = { ok: true; query: URLSearchParams } | { ok: false; reply: Reply };

/** A call's query, if it has no other parameters than the allowed ones. */
export function readQuery(call: Call, allowed: readonly string[]): QueryOutcome {
  const query = call.url.searchParams;
  const unknown = [...query.keys()].find((key) => !allowed.includes(key));
  if (unknown === undefined) return { ok: true, query };
  const message = `Query validation error: 'Additional properties not allowed: ${unknown}'.`;
  return { ok: false, reply: apiError(400, message, "invalid_query_string") };
}
