import { fork } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually } from "@/db/testing/eventually";
import { bareEnv } from "@/lib/base/env";
import type { AnalyticsEngine, Question } from "./analytics-engine";
import { createEngine } from "./create-engine";
import { NICENESS } from "./start-child";
import { writeParquet } from "./testing/write-parquet";

const folder = mkdtempSync(join(tmpdir(), "engine-"));
const settings = { children: 2, running: 2, waiting: 20, memoryMegabytes: 512, killMegabytes: 1_000 };
let engine: AnalyticsEngine;

beforeAll(async () => {
  for (const [file, from] of [
    ["ours", "range(100000)"],
    ["theirs", "range(7)"],
  ])
    await writeParquet(
      join(folder, `${file}.parquet`),
      `SELECT range AS c0, 'w' || range % 10 AS c1, (range / 100)::DECIMAL(18,2) AS c2 FROM ${from}`,
    );
  writeFileSync(join(folder, "secret.csv"), "a\nsecret\n");
  engine = createEngine(settings, (file) => join(folder, file));
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

function ask(sql: string, more: Partial<Question> = {}) {
  const plain = { owner: "a", file: "ours.parquet", params: [], deadlineMs: 10_000, maxRows: 100 };
  return engine.query({ ...plain, sql, ...more });
}

/** Works for minutes. */
const runaway = "SELECT count(*) FROM range(100000) a, range(100000) b WHERE (a.range * b.range) % 7 = 3";

it("answers with exact decimals and whole numbers, and binds values as values", async () => {
  const answer = await ask("SELECT count(*), sum(c2), min(c1) FROM d WHERE c1 = $1", { params: ["w1"] });
  expect(answer).toEqual({ ok: true, rows: [["10000", "4999600.00", "w1"]] });
  const hostile = await ask("SELECT count(*) FROM d WHERE c1 = $1", { params: ["w1' OR '1'='1"] });
  expect(hostile).toEqual({ ok: true, rows: [["0"]] });
});

it("fetches no more rows than asked for", async () => {
  const answer = await ask("SELECT c0 FROM d ORDER BY c0", { maxRows: 3 });
  expect(answer).toEqual({ ok: true, rows: [["0"], ["1"], ["2"]] });
});

it("a runaway question ends at its deadline and a second and a half, and the next is served within a second", async () => {
  const began = Date.now();
  const [ended] = await Promise.all([ask(runaway, { deadlineMs: 500 }), ask(runaway, { deadlineMs: 500 })]);
  expect(ended).toEqual({ ok: false, reason: "timeout" });
  expect(Date.now() - began).toBeLessThan(2_000);
  const next = Date.now();
  expect(await ask("SELECT count(*) FROM d")).toEqual({ ok: true, rows: [["100000"]] });
  expect(Date.now() - next).toBeLessThan(1_000);
});

it("what doesn't heed the deadline is killed, and the next is served", async () => {
  const began = Date.now();
  const deaf = "SELECT sum(hash(repeat('x', 50000000 + range::INT))) FROM range(2000)";
  const ended = await ask(deaf, { deadlineMs: 500 });
  expect(ended.ok).toBe(false);
  expect(Date.now() - began).toBeLessThan(2_000);
  expect(await ask("SELECT count(*) FROM d")).toEqual({ ok: true, rows: [["100000"]] });
});

it("a question that takes more memory than the machine gives is ended", async () => {
  const answer = await ask("SELECT list(repeat('x', 1000) || range) FROM range(3000000)");
  expect(answer).toEqual({ ok: false, reason: "too-much-memory" });
  expect(await ask("SELECT count(*) FROM d")).toEqual({ ok: true, rows: [["100000"]] });
});

it("a child killed in the middle of a question is replaced, and the question answered", async () => {
  const slow = "SELECT count(*) FROM range(30000) a, range(10000) b WHERE (a.range * b.range) % 7 = 3";
  const answer = ask(slow, { deadlineMs: 30_000 });
  await eventually("a child at work", async () => childrenOf(process.pid).length > 0);
  await new Promise((later) => setTimeout(later, 300));
  for (const pid of childrenOf(process.pid)) process.kill(pid, "SIGKILL");
  expect((await answer).ok).toBe(true);
});

it("where processors are short, pages come before questions", async () => {
  await ask("SELECT count(*) FROM d");
  const children = childrenOf(process.pid);
  expect(children.length).toBeGreaterThan(0);
  // What finds the answers runs in threads, which begin as the process was.
  for (const pid of children)
    for (const thread of readdirSync(`/proc/${pid}/task`)) expect(getPriority(Number(thread))).toBe(NICENESS);
});

it("nobody waits behind a question that is not waited for any more", async () => {
  const leave = new AbortController();
  const gone = [1, 2, 3].map(() => ask(runaway, { signal: leave.signal, deadlineMs: 60_000 }));
  setTimeout(() => leave.abort(), 200);
  const began = Date.now();
  expect(await Promise.all(gone)).toEqual(gone.map(() => ({ ok: false, reason: "aborted" })));
  expect(Date.now() - began).toBeLessThan(1_500);
});

it("a tenant that asks much is told to wait, and does not hold up another", async () => {
  const leave = new AbortController();
  const loud = Array.from({ length: 25 }, () =>
    ask(runaway, { owner: "loud", signal: leave.signal, deadlineMs: 1_000 }),
  );
  const quiet = await ask("SELECT count(*) FROM d", { owner: "quiet" });
  expect(quiet).toEqual({ ok: true, rows: [["100000"]] });
  leave.abort();
  const answers = await Promise.all(loud);
  expect(answers.filter((answer) => !answer.ok && answer.reason === "busy")).toHaveLength(3);
});

it("a file that is not there, or no Parquet, is named and breaks nothing", async () => {
  expect(await ask("SELECT 1 FROM d", { file: "none.parquet" })).toEqual({ ok: false, reason: "missing" });
  expect((await ask("SELECT 1 FROM d", { file: "secret.csv" })).ok).toBe(false);
  expect(await ask("SELECT count(*) FROM d")).toEqual({ ok: true, rows: [["100000"]] });
});

const attacks = [
  "SELECT * FROM read_parquet('FOLDER/theirs.parquet')",
  "SELECT * FROM read_parquet('FOLDER/../FOLDER/theirs.parquet')",
  "SELECT * FROM read_parquet('FOLDER/*.parquet')",
  "SELECT * FROM 'FOLDER/theirs.parquet'",
  "SELECT * FROM read_csv('FOLDER/secret.csv')",
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM read_blob('/proc/self/environ')",
  "SELECT * FROM sniff_csv('/etc/passwd')",
  "SELECT * FROM glob('/etc/*')",
  "SELECT * FROM read_json('FOLDER/secret.csv')",
  "SELECT * FROM parquet_metadata('FOLDER/theirs.parquet')",
  "SELECT * FROM parquet_schema('FOLDER/theirs.parquet')",
  "COPY d TO 'FOLDER/out.csv'",
  "COPY d TO 'FOLDER/ours.parquet' (FORMAT parquet)",
  "COPY d TO 'FOLDER/theirs.parquet' (FORMAT parquet)",
  "ATTACH 'FOLDER/new.db'",
  "ATTACH 'FOLDER/theirs.parquet' AS theirs",
  "EXPORT DATABASE 'FOLDER/export'",
  "IMPORT DATABASE 'FOLDER/export'",
  "INSTALL httpfs",
  "LOAD httpfs",
  "INSTALL 'FOLDER/evil.duckdb_extension'",
  "LOAD 'FOLDER/evil.duckdb_extension'",
  "SELECT * FROM read_parquet('https://127.0.0.1:9/x.parquet')",
  "SELECT * FROM read_csv('s3://bucket/x.csv')",
  "SET enable_external_access = true",
  "SET threads = 64",
  "SET memory_limit = '64GB'",
  "SET allowed_paths = ['/etc/passwd']",
  "SET allowed_directories = ['/']",
  "SET temp_directory = 'FOLDER'",
  "SET lock_configuration = false",
  "SET autoload_known_extensions = true",
  "SET extension_directory = 'FOLDER'",
  "RESET enable_external_access",
  "RESET ALL",
  "SET profiling_output = 'FOLDER/profile'",
  "PRAGMA enable_external_access = true",
  "SET GLOBAL enable_external_access = true",
  "SET log_query_path = 'FOLDER/log'",
];

it.each(attacks)("refuses: %s", async (attack) => {
  const before = readdirSync(folder).sort();
  const answer = await ask(attack.replaceAll("FOLDER", folder));
  expect(answer.ok, JSON.stringify(answer)).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(before);
  expect(await ask("SELECT count(*) FROM d")).toEqual({ ok: true, rows: [["100000"]] });
  expect(await ask("SELECT count(*) FROM d", { file: "theirs.parquet" })).toEqual({
    ok: true,
    rows: [["7"]],
  });
});

it("no child is left two seconds after its parent was killed in the middle of a question", async () => {
  const script = join(folder, "parent.ts");
  writeFileSync(
    script,
    `import { createEngine } from "${process.cwd()}/lib/analytics/engine/create-engine";
     const engine = createEngine(${JSON.stringify(settings)}, () => "${join(folder, "ours.parquet")}");
     void engine.query({ owner: "a", file: "x", sql: "${runaway}", params: [], deadlineMs: 60000, maxRows: 1 });
     setTimeout(() => process.send("asked"), 1500);`,
  );
  const parent = fork(script, [], { execArgv: ["--import", "tsx"], env: bareEnv() });
  await new Promise((asked) => parent.once("message", asked));
  const children = childrenOf(parent.pid ?? 0);
  expect(children.length).toBeGreaterThan(0);
  parent.kill("SIGKILL");
  await eventually("the children to be gone", async () => children.every((pid) => !isThere(pid)), 2);
});

/** The engine's children among the processes that a process started (proc(5)). */
function childrenOf(pid: number): number[] {
  const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  return pids.filter((child) =>
    readFileSync(`/proc/${child}/cmdline`, "utf8").includes("engine/child/main.ts"),
  );
}

function isThere(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
}
