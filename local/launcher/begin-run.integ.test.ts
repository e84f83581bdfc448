import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { awaitMessage } from "./await-message";
import { beginRun } from "./begin-run";
import { endLeftovers } from "./end-leftovers";
import { findBusyPort } from "./find-busy-port";
import { identifyProcess } from "./identify-process";
import { recordProcess } from "./record-process";
import { runStep } from "./run-step";
import type { ServiceWish } from "./spawn-service";

const ROOT = new URL("../..", import.meta.url).pathname;
const SAY = "process.send({ ready: true }); setInterval(() => {}, 1000);";
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "analystick-run-"));
});
afterEach(async () => {
  await endLeftovers(home);
  rmSync(home, { recursive: true, force: true });
});

function toy(name: string, code = SAY): ServiceWish {
  return { name, title: name, args: ["-e", code], env: process.env, grace: 2000 };
}

function dead(pid: number): Promise<boolean> {
  return vi.waitUntil(() => identifyProcess(pid) === undefined, { timeout: 10_000, interval: 20 });
}

test("services stop in the agreed order, whatever order they started in, and leave no notes", async () => {
  const run = beginRun(home);
  const order: string[] = [];
  for (const name of ["postgres", "auth0", "worker", "mailbox", "web"]) {
    const service = run.spawn(toy(name));
    expect(await awaitMessage(service, 10_000)).toEqual({ ok: true });
    void service.ended.then(() => order.push(name));
  }
  await run.end();
  await vi.waitUntil(() => order.length === 5);
  expect(order).toEqual(["web", "worker", "mailbox", "auth0", "postgres"]);
  expect(readdirSync(join(home, "run"))).toEqual([]);
});

test("a service that will not listen is forced after its grace, its children with it", async () => {
  const run = beginRun(home);
  const stubborn = `const { spawn } = require("node:child_process");
    const child = spawn(process.execPath, ["-e", "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"]);
    process.on("SIGTERM", () => {}); process.send({ ready: true, url: String(child.pid) });`;
  const service = run.spawn({ ...toy("web", stubborn), grace: 300 });
  const ready = await awaitMessage(service, 10_000);
  const child = Number(ready.ok ? ready.url : 0);
  expect(identifyProcess(child)).toBeDefined();
  await run.end();
  expect(await dead(service.pid)).toBe(true);
  expect(await dead(child)).toBe(true);
});

test("kill -9 of the launcher leaves nothing running", async () => {
  const script = `import { beginRun } from "${ROOT}local/launcher/begin-run.ts";
    const run = beginRun(${JSON.stringify(home)});
    const code = "setInterval(() => {}, 1000)";
    const pids = ["web", "worker"].map((name) =>
      run.spawn({ name, title: name, args: ["-e", code], env: process.env, grace: 1000 }).pid);
    process.send({ pids }); setInterval(() => {}, 1000);`;
  const args = ["--import", "tsx", "--input-type=module", "-e", script];
  const launcher = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const { pids } = await new Promise<{ pids: number[] }>((resolve) => launcher.once("message", resolve));
  for (const pid of pids) expect(identifyProcess(pid)).toBeDefined();
  launcher.kill("SIGKILL");
  for (const pid of pids) expect(await dead(pid)).toBe(true);
});

test("a service that ends by itself is named; one that ends on purpose is not", async () => {
  const told: string[] = [];
  const run = beginRun(home, ({ wish }) => told.push(wish.name));
  run.keep(run.spawn(toy("worker")));
  const web = run.spawn(toy("web", "console.log('out of memory'); process.exitCode = 3"));
  run.keep(web);
  expect(await web.ended).toBe(3);
  await vi.waitUntil(() => told.length > 0);
  await run.end();
  expect(told).toEqual(["web"]);
  expect(readFileSync(web.log, "utf8")).toContain("out of memory");
});

test("a step that fails says so with its last words, and nothing starts once the end was asked for", async () => {
  const run = beginRun(home);
  const failing = runStep(
    run,
    "Migrating",
    ["-e", "console.error('no such table'); process.exit(1)"],
    process.env,
  );
  await expect(failing).rejects.toThrow(/Migrating failed\.\nno such table/);
  await run.end();
  expect(() => run.spawn(toy("web"))).toThrow("Stopped.");
});

test("leftovers of an earlier launcher are ended; a stranger under a noted number is spared", async () => {
  const code = ["-e", "setInterval(() => {}, 1000)"];
  const leftover = spawn(process.execPath, code, { detached: true, stdio: "ignore" });
  const stranger = spawn(process.execPath, code, { detached: true, stdio: "ignore" });
  recordProcess(home, "worker", leftover.pid ?? 0);
  recordProcess(home, "web", stranger.pid ?? 0);
  const note = join(home, "run", "web.json");
  writeFileSync(note, JSON.stringify({ name: "web", pid: stranger.pid, identity: "another start time" }));
  expect(await endLeftovers(home)).toEqual(["worker"]);
  expect(await dead(leftover.pid ?? 0)).toBe(true);
  expect(identifyProcess(stranger.pid ?? 0)).toBeDefined();
  expect(existsSync(note)).toBe(false);
  stranger.kill("SIGKILL");
});

test("a port in use is named in one line, with the variable to change", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const line = await findBusyPort([[port, "the portal"]]);
  expect(line).toMatch(
    new RegExp(`^Port ${port} \\(the portal\\) is in use by another program\\. .*PORT=\\d+ npm start$`),
  );
  await new Promise((resolve) => server.close(resolve));
  expect(await findBusyPort([[port, "the portal"]])).toBeUndefined();
});
