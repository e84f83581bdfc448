import { createServer } from "node:net";

/**
 * Finds the first port that another program listens on, on either of this computer's own addresses: a
 * browser that opens "localhost" may try both.
 *
 * @param ports port number to a word for its purpose
 * @returns one line for the operator, naming the port and the variable to change; undefined when all are free
 */
export async function findBusyPort(ports: [number, string][]): Promise<string | undefined> {
  for (const [port, purpose] of ports) {
    for (const address of ["127.0.0.1", "::1"]) {
      const code = await tryListen(port, address);
      if (code === "EADDRINUSE") {
        return `Port ${port} (${purpose}) is in use by another program. Stop that program, or choose other ports: PORT=${other(port)} npm start`;
      }
      if (code === "EACCES") {
        return `Port ${port} (${purpose}) may not be opened by this user. Choose other ports: PORT=3000 npm start`;
      }
    }
  }
  return undefined;
}

function other(port: number): number {
  return port > 60_000 ? 3000 : Math.ceil((port + 1) / 100) * 100;
}

function tryListen(port: number, address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ port, host: address, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
