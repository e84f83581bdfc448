import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { looksOf } from "./series-look";

const css = readFileSync("app/globals.css", "utf8");

function tokens(name: string): [string, string] {
  const [, light = "", dark = ""] =
    css.match(new RegExp(`--color-${name}: light-dark\\((#\\w+), (#\\w+)\\)`)) ?? [];
  return [light, dark];
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const series = (label: string, isOther = false) => ({ label, values: [], texts: [], isOther });

describe("the looks of series", () => {
  it.each([...Array.from({ length: 12 }, (_, index) => `chart-${index + 1}`), "chart-other"])(
    "%s has 3:1 against every background, in light and dark",
    (name) => {
      for (const mode of [0, 1] as const) {
        for (const ground of ["surface", "background"]) {
          expect(contrast(tokens(name)[mode], tokens(ground)[mode])).toBeGreaterThanOrEqual(3);
        }
      }
    },
  );

  it("tells twelve lines apart by colour, and without colour by marker and dash", () => {
    const looks = looksOf(Array.from({ length: 12 }, (_, index) => series(`${index}`)));
    expect(new Set(looks.map(({ color }) => color)).size).toBe(12);
    const signs = looks.map(({ marker, dash }) => [marker, dash] as const);
    signs.forEach(([marker, dash], at) => {
      expect(signs.findIndex(([m, d]) => m === marker && d === dash)).toBe(at);
    });
  });

  it("gives Other grey, and takes no colour from the rest for it", () => {
    const looks = looksOf([series("A"), series("Other", true), series("B")]);
    expect(looks.map(({ color }) => color)).toEqual(["text-chart-1", "text-chart-other", "text-chart-2"]);
  });
});
