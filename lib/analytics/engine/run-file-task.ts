import { rm } from "node:fs/promises";
import type { ChildSettings } from "./engine-child";
import type { FileAnswer, FileRefused, FileTask } from "./file-task";
import { readMemory } from "./read-memory";
import { scratchPath } from "./scratch-path";
import { startChild } from "./start-child";

const WATCH_MS = 100;

export type FileTaskSettings = ChildSettings & {
  /** Milliseconds after which the task is given up. */
  deadlineMs: number;
  /** Aborted when the task is to stop, for example because the process that runs it does. */
  signal?: AbortSignal;
};

/** Stopped from outside, through no fault of the file's: the task can be run again. */
export type FileTaskAborted = { ok: false; code: "aborted" };

type Ended = FileRefused | FileTaskAborted;

const aborted: FileTaskAborted = { ok: false, code: "aborted" };
const outOfMemory: FileRefused = { ok: false, code: "import_crashed", facts: { cause: "memory" } };
const crashed: FileRefused = { ok: false, code: "import_crashed", facts: { cause: "ended" } };

/**
 * Checks or imports a file in a child process of its own, which is thrown away: a file that takes the engine down, or
 * its memory up, touches nobody else. Never throws. What the task was to write is not there unless the answer is `ok`.
 */
export async function runFileTask<Task extends FileTask>(
  task: Task,
  settings: FileTaskSettings,
): Promise<FileAnswer<Task> | Ended> {
  const answer = settings.signal?.aborted ? aborted : await runInChild(task, settings);
  await rm(scratchPath(task), { force: true });
  if (!answer.ok) await rm(task.kind === "import" ? task.target : task.prepared, { force: true });
  return answer;
}

function runInChild<Task extends FileTask>(
  task: Task,
  { memoryMegabytes, killMegabytes, deadlineMs, signal }: FileTaskSettings,
): Promise<FileAnswer<Task> | Ended> {
  return new Promise((resolve) => {
    const child = startChild("child/file-main.ts", memoryMegabytes);
    let answer: FileAnswer<Task> | Ended | null = null;
    const end = (why: Ended) => {
      answer ??= why;
      child.kill("SIGKILL");
    };
    const onAbort = () => end(aborted);
    const deadline = setTimeout(() => end(tookTooLong(deadlineMs)), deadlineMs);
    const watch = setInterval(async () => {
      const bytes = child.pid === undefined ? null : await readMemory(child.pid);
      if (bytes !== null && bytes > killMegabytes * 1_048_576) end(outOfMemory);
    }, WATCH_MS);
    const finish = () => {
      clearTimeout(deadline);
      clearInterval(watch);
      signal?.removeEventListener("abort", onAbort);
      resolve(answer ?? crashed);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    child.once("spawn", () => child.send(task, () => {}));
    child.once("message", (message: FileAnswer<Task>) => {
      answer ??= message;
    });
    // Of a child that never started there is no `close`.
    child.on("error", () => {
      if (child.pid === undefined) finish();
    });
    // Only now does nobody write to the target any more.
    child.once("close", finish);
  });
}

function tookTooLong(deadlineMs: number): FileRefused {
  return { ok: false, code: "took_too_long", facts: { seconds: deadlineMs / 1_000 } };
}
