import type { NamedFinding } from "@/lib/auth0/check/finding";
import { resultWords } from "./result-words";

/** Findings as a table of name, result and detail, with what to do below it. */
export function drawTable(found: NamedFinding[]): string {
  const rows = found.map((finding) => [finding.name, resultWords[finding.is], finding.detail]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  const head = ["Name", "Result", "Detail"];
  const rule = [...widths.map((width) => "-".repeat(width)), "------"];
  const todo = found.flatMap((finding) =>
    finding.is === "right" ? [] : [`${finding.name}: ${finding.mend}`],
  );
  return [...[head, rule, ...rows].map(line), ...(todo.length > 0 ? ["", ...todo] : [])].join("\n");
}
