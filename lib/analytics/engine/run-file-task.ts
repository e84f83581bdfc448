import { fork } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { bareEnv } from "@/lib/base/env";
import type { FileAnswer, FileRefused, FileTask } from "./file-task";
import { readMemory } from "./read-memory";

const WATCH_MS = 200;
const MEGABYTE = 1_048_576;

export type TaskLimits = {
  /** What the child's engine is told to keep to, and the resident memory at which the child is killed. */
  memoryMegabytes: number;
  killMegabytes: number;
  deadlineMs: number;
  /** Aborted when the work is to be begun anew elsewhere. */
  signal: AbortSignal;
};

export type TaskAnswer<Task extends FileTask> = FileAnswer<Task> | { ok: false; code: "aborted" };

/** How a child ended: with an answer, or why not. */
type End<Task extends FileTask> = { answer: FileAnswer<Task> | null; why: "aborted" | FileRefused["code"] };

/**
 * Works on a file in a child process of its own, which is killed at its deadline, when it takes too much memory, when
 * the work is called off, and when this process goes. Whatever happens to it is an answer.
 */
export async function runFileTask<Task extends FileTask>(
  task: Task,
  limits: TaskLimits,
): Promise<TaskAnswer<Task>> {
  const { deadlineMs, memoryMegabytes, signal } = limits;
  if (signal.aborted) return { ok: false, code: "aborted" };
  const entry = join(process.cwd(), "lib", "analytics", "engine", "child", "file-main.ts");
  const child = fork(/* turbopackIgnore: true */ entry, [String(memoryMegabytes)], {
    env: bareEnv(),
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const end: End<Task> = { answer: null, why: "import_crashed" };
  const kill = (why: End<Task>["why"]) => {
    end.why = why;
    child.kill("SIGKILL");
  };
  const onAbort = () => kill("aborted");
  const watch = async () => {
    const bytes = child.pid === undefined ? null : await readMemory(child.pid);
    if (bytes !== null && bytes > limits.killMegabytes * MEGABYTE) kill("import_crashed");
  };
  const timers = [
    setTimeout(() => kill("took_too_long"), deadlineMs),
    setInterval(() => void watch(), WATCH_MS),
  ];
  signal.addEventListener("abort", onAbort, { once: true });
  child.on("error", () => {});
  child.once("message", (message: FileAnswer<Task>) => {
    end.answer = message;
  });
  child.send(task, () => {});
  await new Promise<void>((done) => child.once("close", () => done()));
  for (const timer of timers) clearTimeout(timer);
  signal.removeEventListener("abort", onAbort);
  if (end.answer !== null) return end.answer;
  if (task.kind === "import") await rm(task.target, { force: true });
  return end.why === "aborted" ? { ok: false, code: "aborted" } : refused<Task>(end.why);
}

/** A refusal is an answer to either kind of task; TypeScript does not see that through the type of the task. */
function refused<Task extends FileTask>(code: FileRefused["code"]): FileAnswer<Task> {
  return { ok: false, code, facts: {} } satisfies FileRefused as FileAnswer<Task>;
}
