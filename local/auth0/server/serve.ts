import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { RateVerdict } from "../limits/create-rate-limiter";
import { notFound } from "../pages/not-found";
import type { Tenant } from "../tenant";
import type { Call, Reply, Route } from "./call";
import { cutInsteadOfAnswering } from "./cut-instead-of-answering";
import { findRoute } from "./find-route";
import { hostIsOurs } from "./host-is-ours";
import { refuse } from "./refuse";
import { send } from "./send";

/** Makes the tenant's request listener: host check, route, weather, rate limit, handler, in that order. */
export function serve(tenant: Tenant, routes: readonly Route[]) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const call = openCall(tenant, req, res);
    const found = findRoute(routes, req.method ?? "GET", call.url.pathname);
    const name = found ? `${found.route.method} ${found.route.path}` : `${req.method} (unknown)`;
    res.once("close", () =>
      tenant.calls.add({
        at: tenant.clock.now().toISOString(),
        route: name,
        status: res.writableFinished ? res.statusCode : 0,
        ids: call.ids,
      }),
    );
    if (!hostIsOurs(req.headers.host, tenant.config.port))
      return send(res, refuse(call, 421, "invalid_request", "This server answers to localhost only."));
    if (!found) return send(res, notFound(tenant.config, call));
    try {
      await answer(tenant, { ...call, params: found.params }, found.route, name);
    } catch (error) {
      console.error(`local auth0: ${name} failed:`, error);
      if (!res.headersSent) send(res, refuse(call, 500, "server_error", "Internal Server Error"));
    }
  };
}

function openCall(tenant: Tenant, req: IncomingMessage, res: ServerResponse): Call {
  const url = new URL(`${tenant.config.issuer}${(req.url ?? "/").replace(/^\/+/, "")}`);
  return { req, res, url, params: {}, ip: req.socket.remoteAddress ?? "127.0.0.1", ids: {} };
}

async function answer(tenant: Tenant, call: Call, route: Route, name: string): Promise<void> {
  const met = await meetWeather(tenant, call, route, name);
  if (met === "cut") return;
  const reply = met ?? countAgainstLimit(tenant, call, route) ?? (await route.answer(tenant, call));
  if (reply !== "answered") send(call.res, reply);
}

async function meetWeather(
  tenant: Tenant,
  call: Call,
  { group = "authentication" }: Route,
  name: string,
): Promise<Reply | "cut" | undefined> {
  const forecast = tenant.weather.meet(name);
  switch (forecast?.kind) {
    case "drop-before":
      call.req.socket.destroy();
      return "cut";
    case "drop-after-commit":
      cutInsteadOfAnswering(call);
      return undefined;
    case "delay":
      await wait(forecast.delayMs ?? 1_000);
      return undefined;
    case "fail":
      return refuse(call, forecast.status ?? 503, "temporarily_unavailable", "The service is unavailable.");
    case "rate-limit":
      return obeyLimit(call, tenant.limiter.deny(group));
    case undefined:
      return undefined;
  }
}

function countAgainstLimit(tenant: Tenant, call: Call, { group }: Route): Reply | undefined {
  return group && obeyLimit(call, tenant.limiter.spend(group));
}

/** Puts Auth0's headers on whatever will be answered, refusals included. */
function obeyLimit(call: Call, { allowed, headers }: RateVerdict): Reply | undefined {
  for (const [name, value] of Object.entries(headers)) call.res.setHeader(name, value);
  return allowed ? undefined : refuse(call, 429, "too_many_requests", "Global limit has been reached");
}
