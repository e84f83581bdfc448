import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { KillPoints } from "./kill-points";

export type Gate = { port: number; close(): Promise<void> };

/** Passes HTTP on to a tenant on this machine; each whole request is one event, answered when its reply is whole. */
export async function gateHttp(target: number, points: KillPoints): Promise<Gate> {
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const verdict = points.meet(nameOf(request));
    if (verdict === "struck") return void request.socket.destroy();
    const reply = await passOn(request, body, portOf(server), target);
    if (verdict === "strike when answered") {
      points.strike();
      return void request.socket.destroy();
    }
    const type = reply.headers.get("content-type") ?? "application/json";
    response.writeHead(reply.status, { "content-type": type }).end(Buffer.from(await reply.arrayBuffer()));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    port: portOf(server),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The tenant answers only to its own name, which also stands in the audience of a token request. */
async function passOn(
  request: IncomingMessage,
  body: Buffer,
  gate: number,
  target: number,
): Promise<Response> {
  const isForm = request.headers["content-type"]?.includes("urlencoded") === true;
  const sent = isForm
    ? body.toString().replaceAll(`localhost%3A${gate}`, `localhost%3A${target}`)
    : new Uint8Array(body);
  const { authorization = "", "content-type": type } = request.headers;
  const headers = { authorization, ...(type === undefined ? {} : { "content-type": type }) };
  const method = request.method ?? "GET";
  const init = method === "GET" || body.length === 0 ? { method, headers } : { method, headers, body: sent };
  return fetch(`http://localhost:${target}${request.url}`, init);
}

function nameOf({ method, url = "" }: IncomingMessage): string {
  return `${method} ${url.split("?")[0]?.replace(/\/(job_\w+|auth0(%7C|\|)[^/]+)/g, "/{id}")}`;
}

function portOf(server: { address(): string | AddressInfo | null }): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the gate is not listening");
  return address.port;
}
