import { expect, test } from "vitest";
import { ticketLifetime } from "./ticket-lifetime";

test("0 and absent mean five days", () => {
  expect(ticketLifetime(0)).toBe(432_000);
  expect(ticketLifetime(undefined)).toBe(432_000);
});

test("anything else is itself", () => {
  expect(ticketLifetime(1)).toBe(1);
  expect(ticketLifetime(3_600)).toBe(3_600);
});
