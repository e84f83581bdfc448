import { execFileSync, fork } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually } from "@/db/testing/eventually";
import type { TableProposal } from "@/lib/base/dataset-file";
import { bareEnv } from "@/lib/base/env";
import { nameFileFailure } from "./child/name-file-failure";
import { FileTrial, plans } from "./testing/file-trial";

const trial = new FileTrial();
afterAll(() => trial.clear());

/** Takes seconds to import. */
const rows = 2_000_000;
let source: string;
let proposal: TableProposal;

beforeAll(async () => {
  source = trial.write(`id,price,when\n${"12345,67.89,2024-01-01\n".repeat(rows)}`);
  proposal = await trial.propose(source);
});

/** Processes that run our entry for files and were started by this one. */
function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [, ppid] = readFileSync(`/proc/${pid}/stat`, "utf8")
          .replace(/^.*\) /, "")
          .split(" ");
        return Number(ppid) === parent && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("file-main");
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function duringImport(): Promise<number> {
  await eventually("a target being written", async () => existsSync(trial.target));
  const [pid = 0] = childrenOf(process.pid);
  return pid;
}

function nothingIsLeft() {
  expect(readdirSync(trial.folder)).toEqual(["upload"]);
  expect(childrenOf(process.pid)).toEqual([]);
}

it("an import that is stopped says so, leaves nothing, and can run again", async () => {
  const stop = new AbortController();
  const answer = trial.bring(source, proposal, {}, { signal: stop.signal });
  await duringImport();
  stop.abort();
  expect(await answer).toEqual({ ok: false, code: "aborted" });
  nothingIsLeft();
  expect(await trial.bring(source, proposal, {}, { signal: stop.signal })).toEqual({
    ok: false,
    code: "aborted",
  });
  expect(await trial.bring(source, proposal)).toMatchObject({ ok: true, rows });
});

it("what an import that died has left at the target is in nobody's way", async () => {
  writeFileSync(trial.target, "half a file");
  expect(await trial.bring(source, proposal)).toMatchObject({ ok: true, rows });
});

it("an import whose child is killed has crashed, and leaves nothing", async () => {
  rmSync(trial.target, { force: true });
  const answer = trial.bring(source, proposal);
  process.kill(await duringImport(), "SIGKILL");
  expect(await answer).toEqual({ ok: false, code: "import_crashed", facts: { cause: "ended" } });
  nothingIsLeft();
});

it("an import that takes too long is ended at its deadline, and leaves nothing", async () => {
  const began = Date.now();
  const answer = await trial.bring(source, proposal, {}, { deadlineMs: 400 });
  expect(answer).toMatchObject({ ok: false, code: "took_too_long" });
  expect(Date.now() - began).toBeLessThan(1_500);
  nothingIsLeft();
});

it("an import that takes more memory than it may is ended, and leaves nothing", async () => {
  const tooMuch = { ok: false, code: "import_crashed", facts: { cause: "memory" } };
  expect(await trial.bring(source, proposal, {}, { killMegabytes: 100 })).toEqual(tooMuch);
  nothingIsLeft();
  expect(await trial.bring(source, proposal, {}, { memoryMegabytes: 20 })).toEqual(tooMuch);
  nothingIsLeft();
});

it("a working copy without lines that don't fit is cleared away", async () => {
  const path = join(trial.folder, "ragged");
  writeFileSync(path, 'a,b\n1,2\n3\n4,5\n"6"x,7\n8,9\n');
  const ragged = await trial.propose(path);
  const columns = plans(ragged);
  expect(await trial.bring(path, ragged, { columns })).toMatchObject({ ok: true, rows: 3, rowsLeftOut: 2 });
  expect(readdirSync(trial.folder).sort()).toEqual(["ragged", "stored.parquet", "upload"]);
});

it("a child dies with its parent", async () => {
  // A file that never comes: only its parent's end can end the child.
  const pipe = join(trial.folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const script = join(trial.folder, "parent.mts");
  const entry = JSON.stringify(join(process.cwd(), "lib", "analytics", "engine", "run-file-task.ts"));
  const task = { kind: "check", format: "csv", source: pipe, prepared: trial.prepared, encoding: null };
  writeFileSync(
    script,
    `import { runFileTask } from ${entry};
     await runFileTask(${JSON.stringify({ ...task, most: { rows: 1e7, columns: 9 } })}, { memoryMegabytes: 256, killMegabytes: 900, deadlineMs: 60000 });`,
  );
  const parent = fork(script, { execArgv: ["--import", "tsx"], env: bareEnv() });
  const pid = parent.pid ?? 0;
  await eventually("a grandchild", async () => childrenOf(pid).length > 0);
  const [child = 0] = childrenOf(pid);
  await new Promise((later) => setTimeout(later, 1_000));
  expect(existsSync(`/proc/${child}`)).toBe(true);
  parent.kill("SIGKILL");
  await eventually("no grandchild", async () => !existsSync(`/proc/${child}`));
});

it("a full disk is named as one", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const failure = await connection
    .run("COPY (SELECT range FROM range(1000000)) TO '/dev/full' (FORMAT parquet, USE_TMP_FILE false)")
    .catch((error: unknown) => error);
  expect(nameFileFailure(failure)).toEqual({ ok: false, code: "disk_full", facts: {} });
  expect(nameFileFailure(new Error("ENOSPC: no space left on device, write"))).toMatchObject({
    code: "disk_full",
  });
});
