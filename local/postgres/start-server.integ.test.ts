import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFreePort } from "../launcher/find-free-port";
import { chooseAccount } from "./choose-account";
import { type Server, type ServerWish, startServer } from "./start-server";

let folder: string;
let port: number;
const servers: Server[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "analystick-pg-test-"));
  port = await findFreePort();
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(wish: Partial<ServerWish> = {}): Promise<Server> {
  const started = await startServer({ folder, port, durable: false, ...wish });
  if (!started.ok) throw new Error(started.message);
  servers.push(started.server);
  return started.server;
}

async function ask(url: string, text: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql.unsafe(text).values();
    return rows[0]?.[0];
  } finally {
    await sql.end();
  }
}

test("a first start makes a UTF-8 cluster on 127.0.0.1 that asks for a password", async () => {
  const server = await start();
  expect(await ask(server.url, "select datlocprovider::text || datlocale from pg_database limit 1")).toBe(
    "bC.UTF-8",
  );
  expect(await ask(server.url, "show listen_addresses")).toBe("127.0.0.1");
  expect(await ask(server.url, "show unix_socket_directories")).toBe("");
  expect(Number(await ask(server.url, "show max_connections"))).toBeGreaterThanOrEqual(100);
  const wrong = server.url.replace(/:[^:@]+@/, ":guess@");
  await expect(ask(wrong, "select 1")).rejects.toThrow(/password authentication failed/);
});

test("a second start keeps the data, and a running server is adopted instead of doubled", async () => {
  const first = await start();
  await ask(first.url, "create table kept as select 42 as n");
  const adopted = await start();
  expect([adopted.adopted, adopted.pid]).toEqual([true, first.pid]);
  await adopted.stop();
  expect(first.running()).toBe(false);
  const again = await start();
  expect(again.adopted).toBe(false);
  expect(await ask(again.url, "select n from kept")).toBe(42);
});

test("a server on another port than the one wanted now is stopped and started anew", async () => {
  const first = await start();
  const moved = await start({ port: await findFreePort() });
  expect(first.running()).toBe(false);
  expect(await ask(moved.url, "select 1")).toBe(1);
});

test("after kill -9 the next start takes over without help", async () => {
  const first = await start({ durable: true });
  await ask(first.url, "create table survived as select 7 as n");
  process.kill(first.pid, "SIGKILL");
  const next = await start();
  expect(await ask(next.url, "select n from survived")).toBe(7);
});

test("a stale note that names a living stranger neither stops the start nor harms the stranger", async () => {
  await (await start()).stop();
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const note = [stranger.pid, join(folder, "data"), 0, port, "", "127.0.0.1", "", "ready"];
  writeFileSync(join(folder, "data", "postmaster.pid"), `${note.join("\n")}\n`);
  const server = await start();
  expect(await ask(server.url, "select 1")).toBe(1);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
  stranger.kill("SIGKILL");
});

test("a half-made cluster is begun anew", async () => {
  writeFileSync(join(folder, "superuser-password"), "left-over\n");
  const server = await start();
  expect(readFileSync(join(folder, "superuser-password"), "utf8").trim()).not.toBe("left-over");
  expect(await ask(server.url, "select 1")).toBe(1);
});

test("a port that is taken gives a reason, not a hang", async () => {
  const first = await start();
  const second = mkdtempSync(join(tmpdir(), "analystick-pg-test-"));
  const started = await startServer({ folder: second, port, durable: false });
  expect(started).toMatchObject({ ok: false, reason: "failed" });
  expect(first.running()).toBe(true);
  rmSync(second, { recursive: true, force: true });
});

test.runIf(process.getuid?.() === 0 && process.platform === "linux")(
  "root without user namespaces runs it as another user, with the data where that user can reach it",
  async () => {
    const account = chooseAccount(false);
    expect(account.kind).toBe("user");
    const server = await start({ account });
    const cluster = String(await ask(server.url, "show data_directory"));
    expect(cluster.startsWith("/var/tmp/analystick-")).toBe(true);
    await server.stop();
    expect(existsSync(cluster)).toBe(true);
    rmSync(join(cluster, ".."), { recursive: true, force: true });
  },
);
