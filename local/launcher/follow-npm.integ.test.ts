import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { identifyProcess } from "./identify-process";

const FOLLOW = new URL("./follow-npm.mjs", import.meta.url).href;

/** A folder whose `npm start` runs a program that follows npm, notes its number, and says when it is told to end. */
let folder: string;
let started: number[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "analystick-npm-"));
  started = [];
  mkdirSync(join(folder, "local"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts: { start: "node local/start.mjs" } }));
  writeFileSync(
    join(folder, "local/start.mjs"),
    `import { writeFileSync } from "node:fs";
    import { followNpm } from ${JSON.stringify(FOLLOW)};
    followNpm("local/start.mjs");
    process.on("SIGHUP", () => { writeFileSync("told", ""); process.exit(0); });
    setInterval(() => {}, 1_000);
    writeFileSync("pid", String(process.pid));`,
  );
});
afterEach(() => {
  for (const pid of started) if (identifyProcess(pid) !== undefined) process.kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Runs a line of shell in the folder, and waits for the number of the program that it starts. */
async function run(line: string): Promise<{ shell: ChildProcess; pid: number }> {
  const shell = spawn("sh", ["-c", line], { cwd: folder, stdio: "ignore" });
  await vi.waitUntil(() => existsSync(join(folder, "pid")), { timeout: 20_000 });
  await sleep(100);
  const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
  started.push(pid);
  return { shell, pid };
}

const isTold = () => existsSync(join(folder, "told"));

test.each(["SIGTERM", "SIGKILL"] as const)(
  "it is told within two seconds that npm ended by %s",
  async (signal) => {
    const { shell, pid } = await run("exec npm start");
    shell.kill(signal);
    await vi.waitUntil(() => isTold() && identifyProcess(pid) === undefined, { timeout: 2_000 });
  },
);

test("npm that outlives the shell it was typed into keeps what it started", async () => {
  const { shell, pid } = await run("nohup npm start & echo $! > npm; while [ ! -e go ]; do sleep 0.1; done");
  started.push(Number(readFileSync(join(folder, "npm"), "utf8")));
  writeFileSync(join(folder, "go"), "");
  await new Promise((resolve) => shell.once("exit", resolve));
  await sleep(1_500);
  expect([isTold(), identifyProcess(pid) !== undefined]).toEqual([false, true]);
});

test.each(["nohup node local/start.mjs", "setsid node local/start.mjs", "node local/start.mjs"])(
  "started by hand and left alone by its parent, `%s` goes on",
  async (line) => {
    const { shell, pid } = await run(`${line} & while [ ! -e go ]; do sleep 0.1; done`);
    writeFileSync(join(folder, "go"), "");
    await new Promise((resolve) => shell.once("exit", resolve));
    await sleep(1_500);
    expect([isTold(), identifyProcess(pid) !== undefined]).toEqual([false, true]);
  },
);
