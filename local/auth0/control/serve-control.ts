import type { IncomingMessage, ServerResponse } from "node:http";
import type { Reply, Route } from "../server/call";
import { findRoute } from "../server/find-route";
import { hostIsOurs } from "../server/host-is-ours";
import { replyJson } from "../server/reply-json";
import { send } from "../server/send";
import type { Tenant } from "../tenant";

/**
 * Makes the control port's request listener. It takes no orders from browsers: whatever sends an Origin is refused,
 * so that no web page can reach it.
 */
export function serveControl(tenant: Tenant, routes: readonly Route[]) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (!hostIsOurs(req.headers.host, tenant.config.controlPort) || req.headers.origin !== undefined)
      return send(
        res,
        replyJson(403, { error: "The control port answers to programs on this computer only." }),
      );
    try {
      const reply = await answer(tenant, routes, req, res);
      if (reply !== "answered") send(res, reply);
    } catch (error) {
      console.error(`local auth0: control ${req.method} ${req.url} failed:`, error);
      send(res, replyJson(500, { error: "The control port failed; see the tenant's log." }));
    }
  };
}

async function answer(
  tenant: Tenant,
  routes: readonly Route[],
  req: IncomingMessage,
  res: ServerResponse,
): Promise<Reply | "answered"> {
  const url = new URL(`http://127.0.0.1:${tenant.config.controlPort}${req.url ?? "/"}`);
  const found = findRoute(routes, req.method ?? "GET", url.pathname);
  if (!found) return replyJson(404, { error: `There is no ${req.method} ${url.pathname}.` });
  const ip = req.socket.remoteAddress ?? "127.0.0.1";
  return found.route.answer(tenant, { req, res, url, params: found.params, ip, ids: {} });
}
