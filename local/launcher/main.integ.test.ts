import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asProcessEnvironment } from "./as-process-environment";
import { findFreePort } from "./find-free-port";
import { identifyProcess } from "./identify-process";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "analystick-main-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Starts the launcher, which is expected to refuse. */
function start(env: Record<string, string | undefined>): Promise<{ code: number | null; said: string }> {
  const clean = {
    DATABASE_URL: undefined,
    AUTH0_DOMAIN: undefined,
    SMTP_URL: undefined,
    NODE_ENV: undefined,
  };
  const child = spawn(process.execPath, ["local/start.mjs"], {
    env: asProcessEnvironment({ ...process.env, ...clean, ANALYSTICK_HOME: home, ...env }),
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

test("a second launcher on the same folder is refused in one line", async () => {
  mkdirSync(join(home, "run"));
  const record = { name: "launcher", pid: process.pid, identity: identifyProcess(process.pid) };
  writeFileSync(join(home, "run", "launcher.json"), JSON.stringify(record));
  const { code, said } = await start({ PORT: String(await findFreePort()) });
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`^Analystick is already running here \\(process ${process.pid}, .*\\n$`));
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
