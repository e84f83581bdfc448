import type { Store } from "./open-store";
import type { Reply } from "./reply";

/**
 * Answers `GET /api/letters` (newest first; `to` one recipient, `part` some of its address, `since` an ISO time, `limit` 100 unless told),
 * `GET /api/letters/ID`, and `DELETE /api/letters`.
 *
 * @param store the letters
 * @param method HTTP method
 * @param path parts of the address after `/api/letters`
 * @param query of the address
 */
export function answerLetters(store: Store, method: string, path: string[], query: URLSearchParams): Reply {
  const [id] = path;
  if (method === "DELETE" && id === undefined) {
    store.clear();
    return { kind: "empty" };
  }
  if (method !== "GET" || path.length > 1)
    return { kind: "text", status: 404, text: "There is no such page here." };
  if (id === undefined) return list(store, query);
  const letter = store.read(id);
  return letter ? { kind: "json", status: 200, value: letter } : wrong(404, "There is no such letter.");
}

function list(store: Store, query: URLSearchParams): Reply {
  const since = query.get("since") ?? undefined;
  const limit = Number(query.get("limit") ?? 100);
  if (since !== undefined && Number.isNaN(Date.parse(since))) {
    return wrong(400, "since must be a time such as 2026-11-23T06:00:00.000Z.");
  }
  if (!Number.isInteger(limit) || limit < 1) return wrong(400, "limit must be a whole number above 0.");
  const found = store.list({
    to: query.get("to") ?? undefined,
    part: query.get("part") ?? undefined,
    since,
    limit,
  });
  const letters = found.map(({ id }) => store.read(id)).filter((letter) => letter !== undefined);
  return { kind: "json", status: 200, value: { letters } };
}

function wrong(status: number, error: string): Reply {
  return { kind: "json", status, value: { error } };
}
