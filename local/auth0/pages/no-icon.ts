import type { Reply } from "../server/call";

/** GET /favicon.ico: browsers ask for one whether there is one or not. */
export async function noIcon(): Promise<Reply> {
  return { status: 204, headers: {}, body: "" };
}
