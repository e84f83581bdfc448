import type { ServerResponse } from "node:http";
import type { Reply } from "./call";

/** Writes a reply to the wire. */
export function send(res: ServerResponse, reply: Reply): void {
  res.statusCode = reply.status;
  for (const [name, value] of Object.entries(reply.headers)) {
    if (name === "set-cookie") res.appendHeader(name, value);
    else res.setHeader(name, value);
  }
  res.end(reply.body);
}
