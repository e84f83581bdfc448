import { expect, it } from "vitest";
import { retryDelay } from "./retry-delay";

it("waits at least what the service asked for", () => {
  expect(retryDelay(3_000, 1, 0)).toBe(3_000);
  expect(retryDelay(600_000, 1, 0)).toBe(600_000);
});

it("waits longer with each try, up to five minutes", () => {
  expect(retryDelay(3_000, 2, 0)).toBe(4_500);
  expect(retryDelay(3_000, 50, 0)).toBe(300_000);
});

it("spreads waiting jobs by up to a fifth", () => {
  expect(retryDelay(10_000, 1, 0.5)).toBe(11_000);
});

it("a job that was not in anybody's way comes back when it asked to", () => {
  expect(retryDelay(5_000, 0, 0)).toBe(5_000);
  expect(retryDelay(0, 0, 1)).toBe(0);
});
