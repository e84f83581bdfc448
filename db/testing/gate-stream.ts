import { connect, createServer, type Socket } from "node:net";
import type { Gate } from "./gate-http";
import type { KillPoints } from "./kill-points";

/** Reads what one connection's client sends, in order, and names the event that a piece of it is, if any. */
export type Watcher = {
  event(sent: Buffer): string | null;
  /** Whether these words of the server answer the event. */
  isAnswer(words: Buffer): boolean;
};

/** Passes a TCP connection on to a service on this machine, watching for events. A dead client's connection ends at once. */
export async function gateStream(target: number, points: KillPoints, watch: () => Watcher): Promise<Gate> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const service = connect(target, "127.0.0.1");
    const watcher = watch();
    let strikes = false;
    const end = () => {
      client.destroy();
      service.destroy();
      open.delete(client);
    };
    open.add(client);
    for (const socket of [client, service]) socket.setNoDelay(true).on("error", end).on("close", end);
    client.on("data", (sent: Buffer) => {
      const event = watcher.event(sent);
      const verdict = event === null ? "go on" : points.meet(event);
      if (verdict === "struck") return end();
      if (verdict === "strike when answered") strikes = true;
      service.write(sent);
    });
    service.on("data", (words: Buffer) => {
      if (!strikes || !watcher.isAnswer(words)) return void client.write(words);
      points.strike();
      end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the gate is not listening");
  return {
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const client of open) client.destroy();
      }),
  };
}
