import { expect, test } from "vitest";
import { countPlaywright } from "./count-playwright";
import { countVitest } from "./count-vitest";

test("Vitest's report is counted", () => {
  expect(countVitest({ numPassedTests: 7, numFailedTests: 0 }, 0)).toEqual({ passed: 7, failed: 0 });
  expect(countVitest({ numPassedTests: 5, numFailedTests: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
});

test("a Vitest run that failed without a failed test, or without a report, counts as a failure", () => {
  expect(countVitest({ numPassedTests: 7, numFailedTests: 0 }, 1)).toEqual({ passed: 7, failed: 1 });
  expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1 });
});

test("Playwright's report is counted, and a test that passed only on a second try failed", () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 0 };
  expect(countPlaywright({ stats }, 1)).toEqual({ passed: 4, failed: 2 });
  expect(countPlaywright({ stats: { expected: 4, unexpected: 0, flaky: 0 } }, 0)).toEqual({
    passed: 4,
    failed: 0,
  });
  expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1 });
});
