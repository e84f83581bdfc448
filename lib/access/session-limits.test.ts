import { expect, it } from "vitest";
import { isSessionLive } from "./session-limits";

const at = new Date("2026-03-01T12:00:00Z");
const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
const limits = { idleMs: 12 * 3_600_000, absoluteMs: 72 * 3_600_000 };
const fresh = {
  sessionCreatedAt: hoursAgo(1),
  sessionLastSeenAt: hoursAgo(0),
  authenticatedAt: hoursAgo(1),
  provedAt: hoursAgo(2),
  passwordReplacedAt: hoursAgo(2),
};

it("keeps a session that was opened after the proof and used lately", () => {
  expect(isSessionLive(fresh, limits, at)).toBe(true);
});

it("ends a session that idled for more than 12 hours", () => {
  expect(
    isSessionLive(
      { ...fresh, sessionCreatedAt: hoursAgo(14), sessionLastSeenAt: hoursAgo(12.1), provedAt: null },
      limits,
      at,
    ),
  ).toBe(false);
});

it("ends a session after three days, however busy", () => {
  expect(isSessionLive({ ...fresh, sessionCreatedAt: hoursAgo(72.1), provedAt: null }, limits, at)).toBe(
    false,
  );
});

it("refuses a session opened before its holder was proved", () => {
  expect(isSessionLive({ ...fresh, provedAt: hoursAgo(0.5) }, limits, at)).toBe(false);
});

it("refuses a new session that rests on a sign-in from before the password was replaced", () => {
  expect(isSessionLive({ ...fresh, authenticatedAt: hoursAgo(2.5) }, limits, at)).toBe(false);
  expect(isSessionLive({ ...fresh, authenticatedAt: null }, limits, at)).toBe(false);
});

it("refuses a sign-in of the same second, because auth_time has no fractions, and takes one of the next", () => {
  const replaced = (ms: number) => new Date(hoursAgo(1).getTime() + ms);
  expect(isSessionLive({ ...fresh, passwordReplacedAt: replaced(400) }, limits, at)).toBe(false);
  expect(isSessionLive({ ...fresh, passwordReplacedAt: replaced(-1) }, limits, at)).toBe(true);
});
