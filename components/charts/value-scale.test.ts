import { describe, expect, it } from "vitest";
import { valueScale } from "./value-scale";

const labels = (values: (number | null)[], fromZero = true) =>
  valueScale(values, [0, 100], { fromZero }).ticks.map(({ label }) => label);

describe("valueScale", () => {
  it("holds the zero for bars and areas", () => {
    expect(labels([4200, 4700])[0]).toBe("0");
    expect(labels([-30, -20]).at(-1)).toBe("0");
  });

  it("begins near the values where length is not read", () => {
    expect(labels([4200, 4700], false)[0]).toBe("4,200");
  });

  it("invents no number beside nothing but zeros", () => expect(labels([0, 0, null])).toEqual(["0"]));

  it.each([[1e15], [1e-9], [-5], [123.456]])("gives a lone %d a place inside the scale", (value) => {
    const { place, ticks } = valueScale([value], [0, 100], { fromZero: false });
    expect(place(value)).toBeGreaterThan(0);
    expect(place(value)).toBeLessThan(100);
    expect(ticks.length).toBeGreaterThan(1);
  });

  it("writes no label twice", () => {
    const all = labels([1_000_000_001, 1_000_000_002], false);
    expect(new Set(all).size).toBe(all.length);
  });

  it("takes a hundred thousand values", () => {
    expect(labels(Array.from({ length: 100_000 }, (_, index) => index)).at(-1)).toBe("100k");
  });
});
