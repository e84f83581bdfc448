import type { FileRefused } from "../file-task";

/** @param facts what the words of this error need: numbers, lines, names of columns */
export function refuse(code: FileRefused["code"], facts: FileRefused["facts"] = {}): FileRefused {
  return { ok: false, code, facts };
}
