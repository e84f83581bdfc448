import { setTimeout as sleep } from "node:timers/promises";
import { acceptsConnections } from "./accepts-connections";
import type { Ready } from "./await-message";
import type { Service } from "./spawn-service";

/**
 * Waits until a service accepts connections on a port of this computer.
 *
 * @param service from `spawnService`
 * @param port port number
 * @param within milliseconds
 */
export async function awaitPort(service: Service, port: number, within: number): Promise<Ready> {
  const deadline = Date.now() + within;
  let over = false;
  void service.ended.then(() => {
    over = true;
  });
  while (!over && Date.now() < deadline) {
    if (await acceptsConnections(port)) return over ? { ok: false, reason: "ended" } : { ok: true };
    await sleep(25);
  }
  return { ok: false, reason: over ? "ended" : "slow" };
}
