import type { FileTask } from "./file-task";

/** Where a task may keep a working copy of its file. Whoever runs the task clears it away. */
export function scratchPath(task: FileTask): string {
  return `${task.kind === "import" ? task.target : task.prepared}.scratch`;
}
