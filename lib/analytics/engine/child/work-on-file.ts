import type { FileAnswer, FileTask } from "../file-task";
import { checkFile } from "./check-file";
import { importFile } from "./import-file";
import { nameFileFailure } from "./name-file-failure";

/**
 * Works on the one file this process was started for, answers, and ends; it ends at once when its parent is gone. What
 * it throws is an answer too, since the portal must be able to tell the person something.
 */
export function workOnFile(memoryMegabytes: number): void {
  process.once("message", (task: FileTask) => {
    work(task, memoryMegabytes)
      .catch((error: unknown) => nameFileFailure(error))
      .then((answer) => process.send?.(answer, () => process.exit()));
  });
  // A statement that runs would keep an ordinary exit waiting.
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
}

function work(task: FileTask, memoryMegabytes: number): Promise<FileAnswer<FileTask>> {
  return task.kind === "check" ? checkFile(task, memoryMegabytes) : importFile(task, memoryMegabytes);
}
