import type { Reply } from "./call";

/** Sends the browser to another address: 302, or 303 to turn a posted form into a GET. */
export function redirect(location: string, headers: Reply["headers"] = {}, status: 302 | 303 = 302): Reply {
  return { status, headers: { location, "cache-control": "no-store", ...headers }, body: "" };
}
