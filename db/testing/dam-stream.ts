import { connect, createServer, type Socket } from "node:net";

/** A way to a service on this machine that can be made to hang: bytes wait on both sides until it flows again. */
export type Dam = { port: number; hold(): void; release(): void; close(): Promise<void> };

/** Opens a dam before a port of 127.0.0.1. */
export async function damStream(target: number): Promise<Dam> {
  const pairs = new Set<[Socket, Socket]>();
  let holds = false;
  const server = createServer({ pauseOnConnect: true }, (client) => {
    const service = connect(target, "127.0.0.1");
    const pair: [Socket, Socket] = [client, service];
    pairs.add(pair);
    for (const [from, to] of [
      [client, service],
      [service, client],
    ] as const) {
      from.on("data", (bytes) => to.write(bytes));
      from
        .on("error", () => {})
        .on("close", () => {
          to.destroy();
          pairs.delete(pair);
        });
      if (holds) from.pause();
      else from.resume();
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const each = (act: (socket: Socket) => void) => {
    for (const pair of pairs) pair.forEach(act);
  };
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    hold() {
      holds = true;
      each((socket) => socket.pause());
    },
    release() {
      holds = false;
      each((socket) => socket.resume());
    },
    close() {
      each((socket) => socket.destroy());
      return new Promise((done) => server.close(() => done()));
    },
  };
}
