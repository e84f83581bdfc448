import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "./client-address";
import { env } from "./env";
import { newId } from "./ids";
import { log } from "./log";
import { enterRequest } from "./request-context";

const CHANNEL = "http.server.request.start";

/** An id from a proxy goes into our log and headers as it is, so it must look like one. */
const safeId = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;
/** Asked so often, or worth so little, that they are written down at the level `debug` only. */
const quiet = /^\/(?:_next\/static\/|healthz$|readyz$)/;

/**
 * Gives each request an id from the moment that Node.js has read its head, answers it as `x-request-id`, and writes
 * one log line when its answer has left. Node.js tells of requests on a channel of its own, so this holds for every
 * answer, whichever part of the server gives it. Call once, before the server listens.
 * @returns what ends it
 */
export function followRequests(): () => void {
  const { TRUSTED_PROXIES } = env();
  const follow = (message: unknown) => {
    const { request, response } = asExchange(message);
    const context = {
      id: requestId(header(request, "x-request-id"), TRUSTED_PROXIES),
      address: clientAddress(
        request.socket.remoteAddress ?? "",
        header(request, "x-forwarded-for"),
        TRUSTED_PROXIES,
      ),
      asked: request.url ?? "/",
    };
    enterRequest(context);
    response.setHeader("x-request-id", context.id);
    // The page that says what broke is drawn in the browser, which can read this header and no other.
    response.setHeader("server-timing", `request;desc="${context.id}"`);
    const began = performance.now();
    // The router rewrites the address on its way.
    const path = context.asked.split("?")[0] ?? "";
    response.once("close", () => {
      enterRequest(context);
      log(quiet.test(path) ? "debug" : "info", "web.request", {
        method: request.method,
        path: path.slice(0, 200),
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
        ...(response.writableFinished ? {} : { cut: true }),
      });
    });
  };
  subscribe(CHANNEL, follow);
  return () => unsubscribe(CHANNEL, follow);
}

/** Only a proxy of the operator's may name a request. */
function requestId(given: string | undefined, trusted: number): string {
  return trusted > 0 && given !== undefined && safeId.test(given) ? given : newId();
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

/** What Node.js documents for this channel (Diagnostics Channel, Built-in Channels, HTTP). */
function asExchange(message: unknown): { request: IncomingMessage; response: ServerResponse } {
  return message as { request: IncomingMessage; response: ServerResponse };
}
