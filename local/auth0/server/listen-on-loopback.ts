import { lookup } from "node:dns/promises";
import { createServer, type RequestListener, type Server } from "node:http";

/** Browsers send the cookies of every port of localhost along, the portal's among them. */
const MAX_HEADER_BYTES = 65_536;

export type ListenOutcome =
  | { ok: true; close(): Promise<void> }
  | { ok: false; reason: "port-in-use"; port: number };

/**
 * Listens on the loopback interface only: 127.0.0.1, and ::1 too where "localhost" also means that.
 * @returns a close function that finishes running requests for at most a second, or which port was taken
 */
export async function listenOnLoopback(port: number, listener: RequestListener): Promise<ListenOutcome> {
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closeServer));
  };
  for (const address of await loopbackAddresses()) {
    const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, listener);
    if (!(await listen(server, port, address))) {
      await close();
      return { ok: false, reason: "port-in-use", port };
    }
    servers.push(server);
  }
  return { ok: true, close };
}

async function loopbackAddresses(): Promise<Set<string>> {
  const found = await lookup("localhost", { all: true }).catch(() => []);
  const addresses = found.map(({ address }) => address).filter((address) => address === "::1");
  return new Set(["127.0.0.1", ...addresses]);
}

function listen(server: Server, port: number, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen({ port, host: address, ipv6Only: address === "::1" }, () => resolve(true));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), 1_000);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
