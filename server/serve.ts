import { createServer, type RequestListener, type Server } from "node:http";
import next from "next";
import { disconnect } from "@/db/connect";
import { log } from "@/lib/base/log";
import { Door } from "./door";
import { drainOnSignal } from "./drain-on-signal";

/** Longer than balancers keep an idle connection (60 s is usual), so that they close it and not we, under a request. */
const KEEP_ALIVE_MS = 65_000;

export type Place = { port: number; address: string | undefined; noticeMs: number };

/**
 * Serves the built portal until it is told to stop.
 * @throws when there is no build, or the port is taken
 */
export async function serve({ port, address, noticeMs }: Place): Promise<void> {
  const portal = next({ dev: false, port, hostname: address ?? "localhost" });
  await portal.prepare();
  const door = new Door();
  const server = open(portal.getRequestHandler(), door);
  await listen(server, port, address);
  log("info", "web.listens", { port });
  drainOnSignal(server, door, noticeMs, async () => {
    await portal.close();
    await disconnect();
  });
}

function open(handle: (...call: Parameters<RequestListener>) => Promise<void>, door: Door): Server {
  const server = createServer((request, response) => {
    door.enter(response, () => {
      handle(request, response).catch((error: unknown) => {
        log("error", "web.failed", { error: error instanceof Error ? error.name : "unknown" });
        response.destroy();
      });
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 1_000;
  return server;
}

function listen(server: Server, port: number, address: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
