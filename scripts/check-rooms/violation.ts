/** One broken law, where it is broken, and how to mend it. The laws are listed in docs/decisions/005-rooms.md. */
export type Violation = { file: string; line: number; what: string; law: 1 | 2 | 3 | 5 | 6; mend: string };

/** Words a violation as one line that an editor can jump to. */
export function describeViolation({ file, line, what, law, mend }: Violation): string {
  return `${file}:${line} ${what} (law ${law}). ${mend}`;
}
