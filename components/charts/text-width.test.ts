import { describe, expect, it } from "vitest";
import { isolate, shorten, textWidth } from "./text-width";

describe("shorten", () => {
  it("leaves what fits", () => expect(shorten("France", 100)).toBe("France"));

  it("cuts what doesn't, and never beyond the room", () => {
    for (const text of ["w".repeat(9000), "日本語".repeat(50), "Supercalifragilistic and more"]) {
      const short = shorten(text, 100);
      expect(short).toMatch(/.…$/u);
      expect(textWidth(short)).toBeLessThanOrEqual(100);
    }
  });

  it("cuts between letters as people see them", () => {
    expect(shorten("👩‍👩‍👧‍👦".repeat(9), 130)).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
  });
});

it("isolates text of right-to-left script only", () => {
  expect(isolate("العربية…")).toBe("\u2068العربية…\u2069");
  expect(isolate("France")).toBe("France");
});
