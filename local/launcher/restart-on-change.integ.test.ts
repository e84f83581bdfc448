import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { awaitMessage } from "./await-message";
import { beginRun, type Run } from "./begin-run";
import { identifyProcess } from "./identify-process";
import { restartOnChange } from "./restart-on-change";

let home: string;
let run: Run;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "analystick-restart-"));
  mkdirSync(join(home, "lib/deep"), { recursive: true });
  run = beginRun(home);
});
afterEach(async () => {
  await run.end();
  rmSync(home, { recursive: true });
});

const wish = {
  name: "worker",
  title: "worker",
  args: ["-e", "process.send({ ready: true }); setInterval(() => {}, 1000);"],
  env: process.env,
  grace: 2_000,
};
const running = () => run.named("worker").map(({ pid }) => pid);
const save = (file: string) => writeFileSync(join(home, "lib", file), String(Math.random()));

test("a changed source restarts the service once, a changed test does not, and the end of the run ends it", async () => {
  const told = vi.spyOn(console, "log").mockImplementation(() => {});
  const first = run.spawn(wish);
  expect(await awaitMessage(first, 10_000)).toEqual({ ok: true });
  restartOnChange(run, wish, [join(home, "lib")]);

  save("walk.test.ts");
  save("notes.md");
  await sleep(600);
  expect(running()).toEqual([first.pid]);

  for (const file of ["walk.ts", "deep/seats.ts", "walk.ts"]) save(file);
  await vi.waitUntil(() => running().length === 1 && running()[0] !== first.pid, { timeout: 10_000 });
  expect(identifyProcess(first.pid)).not.toBe(first.identity);
  const [second = 0] = running();
  await sleep(600);
  expect(running()).toEqual([second]);
  expect(told.mock.calls).toEqual([["  worker restarted: its sources changed."]]);

  await run.end();
  save("walk.ts");
  await sleep(600);
  expect(identifyProcess(second)).toBeUndefined();
  told.mockRestore();
});
