import type { NamedFinding } from "@/lib/auth0/check/finding";
import { resultWords } from "./result-words";

const INDENT = 16;

/** One finding in plain text: result, name and detail, and on a second line what to do. */
export function describeFinding(finding: NamedFinding): string {
  const first = `${resultWords[finding.is].padEnd(INDENT)}${finding.name}: ${finding.detail}`;
  if (finding.is === "right") return first;
  const word = finding.is === "wrong" ? "Mend" : "Look";
  return `${first}\n${" ".repeat(INDENT)}${word}: ${finding.mend}`;
}
