import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asProcessEnvironment } from "./as-process-environment";
import { findFreePort } from "./find-free-port";
import { identifyProcess } from "./identify-process";
import { readRecord } from "./record-process";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "analystick-main-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const unset = { DATABASE_URL: undefined, AUTH0_DOMAIN: undefined, SMTP_URL: undefined, NODE_ENV: undefined };

/** Starts the launcher, which is expected to refuse. */
function start(env: Record<string, string | undefined>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["local/start.mjs"], {
    env: asProcessEnvironment({ ...process.env, ...unset, ANALYSTICK_HOME: home, ...env }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (bytes: Buffer) => {
    said += bytes.toString();
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

test("a port in use by a stranger ends the start with one line, and the stranger lives", async () => {
  const port = await findFreePort();
  const stranger = await listen(port);
  const { code, said } = await start({ PORT: String(port) });
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`^Port ${port} \\(the portal\\) is in use.*PORT=\\d+ npm start\\n$`));
  expect(stranger.listening).toBe(true);
  stranger.close();
});

test("a second launcher on the same folder is refused in one line that says where the first is, and how to stop it", async () => {
  mkdirSync(join(home, "run"));
  const where = "http://localhost:5450";
  const record = { name: "launcher", pid: process.pid, identity: identifyProcess(process.pid), where };
  writeFileSync(join(home, "run", "launcher.json"), JSON.stringify(record));
  const { code, said } = await start({ PORT: String(await findFreePort()) });
  expect(code).toBe(1);
  const place = `process ${process.pid}, ${where}`;
  expect(said).toMatch(
    new RegExp(`^Analystick is already running here \\(${place}\\).*kill ${process.pid}\\n$`),
  );
});

test("the npm that started it ends, and the launcher stops what it started, in order", async () => {
  const env = {
    ...process.env,
    ...unset,
    ANALYSTICK_HOME: home,
    ANALYSTICK_THROWAWAY: "1",
    // Whatever it may come to build in the meantime lies beside the portal's own build.
    NEXT_DIST_DIR: ".next-test",
    PORT: String(await findFreePort()),
  };
  const npm = spawn("npm", ["start"], {
    env: asProcessEnvironment(env),
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  npm.stdout.on("data", (bytes: Buffer) => {
    said += bytes.toString();
  });
  const notes = ["launcher", "mailbox", "postgres"].map((name) => join(home, "run", `${name}.json`));
  const pids = () => notes.map((note) => readRecord(note)?.pid ?? 0);
  const lives = (pid: number) => identifyProcess(pid) !== undefined;
  let started: number[] = [];
  try {
    await vi.waitUntil(() => pids().every(lives), { timeout: 30_000, interval: 20 });
    started = pids();
    npm.kill("SIGKILL");
    await vi.waitUntil(() => !started.some(lives), { timeout: 20_000 });
  } finally {
    npm.kill("SIGKILL");
    // Its launcher ends the others.
    for (const pid of started.length > 0 ? started : pids()) if (lives(pid)) process.kill(pid, "SIGTERM");
  }
  expect(said).toContain("Stopping ...");
  expect(notes.some((note) => existsSync(note))).toBe(false);
});

test("production starts nothing local and lists what is missing", async () => {
  const { code, said } = await start({ NODE_ENV: "production", PORT: String(await findFreePort()) });
  expect(code).toBe(1);
  for (const name of ["DATABASE_URL", "AUTH0_DOMAIN", "SMTP_URL"])
    expect(said).toContain(`${name} is missing`);
});

test("a port that is no port is refused in one line", async () => {
  const { code, said } = await start({ PORT: "many" });
  expect([code, said.split("\n").length]).toEqual([1, 2]);
  expect(said).toContain(`PORT is "many"`);
});
