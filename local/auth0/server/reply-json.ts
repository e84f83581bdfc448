import type { Reply } from "./call";

/** A JSON reply; `undefined` as the value leaves the body empty. */
export function replyJson(status: number, value?: unknown, headers: Reply["headers"] = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
    body: value === undefined ? "" : JSON.stringify(value),
  };
}
