import { describe, expect, it } from "vitest";
import { keyTarget, nearestPlace } from "./readout-moves";

describe("the readout's moves", () => {
  it.each([
    ["ArrowRight", 4, 5],
    ["ArrowDown", 4, 5],
    ["ArrowLeft", 4, 3],
    ["ArrowUp", 4, 3],
    ["PageDown", 4, 6],
    ["Home", 4, 0],
    ["End", 4, 20],
    ["ArrowLeft", 0, 0],
    ["ArrowRight", 20, 20],
    ["Tab", 4, undefined],
  ])("%s leads from %i to %s", (key, at, to) => expect(keyTarget(key, at, 20)).toBe(to));

  it("finds the nearest place also where places lie at uneven distances", () => {
    expect(nearestPlace([0, 0.1, 0.9, 1], 0.52)).toBe(2);
    expect(nearestPlace([0, 0.1, 0.9, 1], -3)).toBe(0);
    expect(nearestPlace([0.5], 1)).toBe(0);
  });
});
