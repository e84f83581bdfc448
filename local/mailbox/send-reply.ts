import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Reply } from "./reply";

const FOREIGN =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; " +
  "img-src data: http: https:; frame-ancestors 'self'";
const OURS =
  "default-src 'none'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/**
 * Writes a reply, each kind with the content policy it needs: a letter's HTML may show itself and open
 * links, nothing else.
 *
 * @param response where to
 * @param reply what
 */
export function sendReply(response: ServerResponse, reply: Reply): void {
  const write = (status: number, type: string, body: string, policy = "default-src 'none'") => {
    response.writeHead(status, {
      "Cache-Control": "no-store",
      "Content-Security-Policy": policy,
      "Content-Type": `${type}; charset=utf-8`,
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(body);
  };
  if (reply.kind === "empty") response.writeHead(204).end();
  if (reply.kind === "text") write(reply.status, "text/plain", `${reply.text}\n`);
  if (reply.kind === "json") write(reply.status, "application/json", JSON.stringify(reply.value));
  if (reply.kind === "foreign") write(200, "text/html", reply.html, FOREIGN);
  if (reply.kind !== "page") return;
  const nonce = randomBytes(16).toString("base64");
  const policy = `${OURS}; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  write(200, "text/html", reply.render(nonce), policy);
}
