import type { FileChecked, FileImported, FileTask } from "../file-task";
import { checkFile } from "./check-file";
import { importFile } from "./import-file";

/** Does one task that the parent sends, answers, and ends with it: a file that breaks the engine breaks this process. */
export function workOnFile(memoryMegabytes: number): void {
  process.once("message", (task: FileTask) => {
    const work: Promise<FileChecked | FileImported> =
      task.kind === "check" ? checkFile(task, memoryMegabytes) : importFile(task, memoryMegabytes);
    work.then(
      (answer) => process.send?.(answer, () => process.exit(0)),
      // Said to nobody: the words may hold values of the file. The parent sees the code.
      () => process.exit(1),
    );
  });
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
}
