import type { Server } from "node:http";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { beginDraining } from "@/lib/base/draining";
import { log } from "@/lib/base/log";
import type { Door } from "./door";

/** All of it together; orchestrators send SIGKILL after ten seconds. */
const DEADLINE_MS = 9_500;
const IDLE_CHECK_MS = 100;
/** Turns of the event loop without a new connection after which none waits. */
const QUIET_TURNS = 3;
const BUSY_TURN_MS = 0.5;
/** A client that has just had its answer asks again within this time, if it asks again at once. */
const QUIET_MS = 50;
/** Under a steady stream no such pause comes: from here on the quiet turns alone decide. */
const PATIENCE_MS = 1_000;
const LONGEST_WAIT_MS = 1_500;
/** What is kept back from the deadline for closing the database's connections. */
const LAST_MS = 800;

/**
 * On SIGTERM or SIGINT: say not ready and let the balancer notice, while everything that still comes is answered with
 * `Connection: close`; then take no new connections, finish the answers under way, close what is open, exit 0.
 * @param noticeMs how long the balancer needs to notice
 * @param close ends what the process holds besides its connections
 */
export function drainOnSignal(
  server: Server,
  door: Door,
  noticeMs: number,
  close: () => Promise<void>,
): void {
  let told = false;
  const drain = async (why: string) => {
    if (told) return;
    told = true;
    const began = performance.now();
    beginDraining();
    door.beTheLast();
    log("info", "web.drains", { why, open: door.open });
    await sleep(noticeMs);
    await stopListening(server, door, DEADLINE_MS - LAST_MS - noticeMs);
    const cut = door.open;
    if (cut > 0) log("warn", "web.cuts", { open: cut });
    server.closeAllConnections();
    await Promise.race([close(), sleep(LAST_MS)]);
    log("info", "web.stopped", { ms: Math.round(performance.now() - began), cut });
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void drain(signal));
  // Started by a launcher that is gone: nothing of it stays behind.
  process.on("disconnect", () => void drain("disconnect"));
}

/** Resolves when the last connection is closed, or when the time is over. */
async function stopListening(server: Server, door: Door, withinMs: number): Promise<void> {
  const over = sleep(withinMs);
  door.hold();
  await takeWhatWaits(server);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  door.release();
  // An answer that had begun before the signal could not say `close`; its connection ends once it is idle.
  const sweeping = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  await Promise.race([closed, over]);
  clearInterval(sweeping);
}

/**
 * The system accepts connections before we do, and resets those that still wait for us when the door is shut. The event
 * loop takes one at each turn: when none came for a few turns that had no other work either, none waits. Requests are
 * held at the door meanwhile, or a busy process would never have such turns. That they have all arrived needs a pause
 * besides: between the last look and shutting the door this process may have to wait for its turn on a busy machine.
 */
async function takeWhatWaits(server: Server): Promise<void> {
  const began = performance.now();
  let now = began;
  let lastTaken = began;
  let quietTurns = 0;
  const taken = () => {
    lastTaken = performance.now();
    quietTurns = 0;
  };
  const isQuiet = () =>
    quietTurns >= QUIET_TURNS && (now - lastTaken >= QUIET_MS || now - began >= PATIENCE_MS);
  server.on("connection", taken);
  while (!isQuiet() && now - began < LONGEST_WAIT_MS) {
    quietTurns += 1;
    await turn();
    const before = now;
    now = performance.now();
    if (now - before > BUSY_TURN_MS) quietTurns = 0;
  }
  server.off("connection", taken);
}
