import type { FileError } from "@/lib/base/dataset-file";
import type { FileRefused } from "../file-task";
import { nameFailure } from "./name-failure";
import { refuse } from "./refuse";

const DISK_FULL = /No space left|ENOSPC|EDQUOT|quota exceeded/i;
const MISSING = /^ENOENT/;

/**
 * What went wrong with a file, as one of our codes. The engine's words quote values and paths, so they go no further.
 * @param otherwise the code of everything that is neither the disk's, nor memory's, nor the missing file's fault
 */
export function nameFileFailure(error: unknown, otherwise: FileError = "import_crashed"): FileRefused {
  const words = error instanceof Error ? error.message : "";
  if (DISK_FULL.test(words)) return refuse("disk_full");
  const { reason, name } = nameFailure(error);
  if (reason === "missing" || MISSING.test(words)) return refuse("upload_missing");
  if (reason === "too-much-memory") return refuse("import_crashed", { cause: "memory" });
  return refuse(otherwise, otherwise === "import_crashed" ? { cause: name } : {});
}
