import { describe, expect, it } from "vitest";
import type { Grain } from "./chart-data";
import { timeTicks } from "./time-ticks";

const DAY = 86_400_000;
const every = (count: number, at: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => ({ at: at(index), label: "" }));
const read = (grain: Grain, points: { at: number; label: string }[], most: number) =>
  timeTicks({ grain, points }, most).map(({ label, context }) => (context ? `${label}/${context}` : label));

describe("timeTicks", () => {
  it("marks each point of a short axis", () => {
    expect(
      read(
        "month",
        every(3, (i) => Date.UTC(2025, 10 + i)),
        8,
      ),
    ).toEqual(["Nov/2025", "Dec", "Jan/2026"]);
  });

  it("marks round moments of a long axis, and says the year where it begins", () => {
    expect(
      read(
        "month",
        every(24, (i) => Date.UTC(2024, i)),
        8,
      ),
    ).toEqual(["Jan/2024", "Apr", "Jul", "Oct", "Jan/2025", "Apr", "Jul", "Oct"]);
  });

  it("begins weeks on Monday", () => {
    const ticks = timeTicks({ grain: "day", points: every(30, (i) => Date.UTC(2025, 2, 1 + i)) }, 8);
    expect(ticks.map(({ label }) => label)).toEqual(["3 Mar", "10 Mar", "17 Mar", "24 Mar"]);
  });

  it("names quarters, and hours with their day", () => {
    expect(
      read(
        "quarter",
        every(3, (i) => Date.UTC(2025, 3 * i)),
        8,
      ),
    ).toEqual(["Q1/2025", "Q2", "Q3"]);
    expect(
      read(
        "hour",
        every(25, (i) => Date.UTC(2025, 2, 3, i)),
        4,
      ),
    ).toEqual(["00:00/3 Mar", "12:00", "00:00/4 Mar"]);
  });

  it.each([1, 2, 9, 60, 400, 5000, 40_000])("keeps to the room there is on an axis of %i days", (count) => {
    const points = every(count, (i) => Date.UTC(1960, 0, 1) + i * DAY);
    for (const most of [4, 8]) {
      const ticks = timeTicks({ grain: "day", points }, most);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(most);
    }
  });
});
