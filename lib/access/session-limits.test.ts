import { expect, it } from "vitest";
import { isSessionLive } from "./session-limits";

const at = new Date("2026-03-01T12:00:00Z");
const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
const fresh = { sessionCreatedAt: hoursAgo(1), sessionLastSeenAt: hoursAgo(0), provedAt: hoursAgo(2) };

it("keeps a session that was opened after the proof and used lately", () => {
  expect(isSessionLive(fresh, at)).toBe(true);
});

it("ends a session that idled for more than 12 hours", () => {
  expect(
    isSessionLive(
      { ...fresh, sessionCreatedAt: hoursAgo(14), sessionLastSeenAt: hoursAgo(12.1), provedAt: null },
      at,
    ),
  ).toBe(false);
});

it("ends a session after three days, however busy", () => {
  expect(isSessionLive({ ...fresh, sessionCreatedAt: hoursAgo(72.1), provedAt: null }, at)).toBe(false);
});

it("refuses a session opened before its holder was proved", () => {
  expect(isSessionLive({ ...fresh, provedAt: hoursAgo(0.5) }, at)).toBe(false);
});
