/** What stands between the digits of a number: before its fraction, or between its thousands. */
export const numberMarks = [".", ","] as const;
export type NumberMark = (typeof numberMarks)[number];
