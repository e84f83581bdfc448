import { isId } from "@/lib/base/ids";
import type { PageRequest } from "@/lib/base/page";

/** Reads `?after=` or `?before=` of a list's address; anything that is not an id means the first page. */
export function readCursor(query: { after?: string; before?: string }, limit: number): PageRequest {
  if (query.after !== undefined && isId(query.after))
    return { cursor: { id: query.after, direction: "after" }, limit };
  if (query.before !== undefined && isId(query.before))
    return { cursor: { id: query.before, direction: "before" }, limit };
  return { cursor: null, limit };
}
