import type { Tally } from "./tally";

/**
 * Counts the tests in the report of Playwright's JSON reporter. A test that passed only on a second try
 * ("flaky") counts as failed.
 *
 * @param report the report, parsed
 * @param code Playwright's exit code: a run that failed without a failed test counts as one failure
 */
export function countPlaywright(report: unknown, code: number): Tally {
  const empty = { expected: 0, unexpected: 0, flaky: 0 };
  const stats = typeof report === "object" && report !== null && "stats" in report ? report.stats : {};
  const { expected, unexpected, flaky } = { ...empty, ...(typeof stats === "object" ? stats : {}) };
  const failed = unexpected + flaky;
  return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed };
}
