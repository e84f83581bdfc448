import type { NamedFinding } from "@/lib/auth0/check/finding";
import { resultWords } from "./result-words";

/** The last line: how many of each. */
export function sumUp(found: NamedFinding[]): string {
  const count = (is: NamedFinding["is"]) => found.filter((finding) => finding.is === is).length;
  return `${count("right")} ${resultWords.right}, ${count("wrong")} wrong, ${count("unknown")} ${resultWords.unknown}`;
}
