import type { Tally } from "./tally";

/**
 * Counts the tests in the report of Vitest's JSON reporter.
 *
 * @param report the report, parsed
 * @param code Vitest's exit code: a run that failed without a failed test (a file that can't be loaded, an
 *   error outside any test) counts as one failure
 */
export function countVitest(report: unknown, code: number): Tally {
  const { numPassedTests, numFailedTests } = readNumbers(report);
  return { passed: numPassedTests, failed: numFailedTests === 0 && code !== 0 ? 1 : numFailedTests };
}

function readNumbers(report: unknown): { numPassedTests: number; numFailedTests: number } {
  const empty = { numPassedTests: 0, numFailedTests: 0 };
  if (typeof report !== "object" || report === null) return empty;
  const { numPassedTests, numFailedTests } = { ...empty, ...report };
  return { numPassedTests: Number(numPassedTests), numFailedTests: Number(numFailedTests) };
}
