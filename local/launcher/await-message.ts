import type { Service } from "./spawn-service";

export type Ready = { ok: true; url?: string } | { ok: false; reason: "ended" | "slow" };

/**
 * Waits until a service says `{ ready: true }` over its channel.
 *
 * @param service from `spawnService`
 * @param within milliseconds
 * @returns its message's `url` when it has one; or that it ended, or took too long
 */
export async function awaitMessage(service: Service, within: number): Promise<Ready> {
  let timer: NodeJS.Timeout | undefined;
  const said = new Promise<Ready>((resolve) => {
    service.child.on("message", (message: { ready?: unknown; url?: unknown }) => {
      if (message?.ready !== true) return;
      resolve(typeof message.url === "string" ? { ok: true, url: message.url } : { ok: true });
    });
    timer = setTimeout(() => resolve({ ok: false, reason: "slow" }), within);
  });
  const ended = service.ended.then((): Ready => ({ ok: false, reason: "ended" }));
  const ready = await Promise.race([said, ended]);
  clearTimeout(timer);
  return ready;
}
