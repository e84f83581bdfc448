import type { CheckTask, FileChecked } from "../file-task";
import { checkCsv } from "./check-csv";
import { checkParquet } from "./check-parquet";

/** Looks at an uploaded file, by the rules of its format. */
export function checkFile(task: CheckTask, memoryMegabytes: number): Promise<FileChecked> {
  return task.format === "csv" ? checkCsv(task, memoryMegabytes) : checkParquet(task, memoryMegabytes);
}
