import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Meter } from "./meter";

const draw = (used: number, reserved: number, total: number, size?: "sm") =>
  renderToStaticMarkup(
    <Meter
      label="Seats"
      remainderLabel="Free"
      segments={[
        { label: "Used", value: used, tone: "accent" },
        { label: "Reserved", value: reserved, tone: "accent-soft" },
      ]}
      size={size}
      total={total}
    />,
  );

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("Meter", () => {
  it("states its numbers in words", () => {
    const html = draw(2, 7, 12);
    expect(plain(html)).toBe("Seats 9 of 12 Used 2 Reserved 7 Free 3");
    expect(html).toContain('aria-valuetext="9 of 12: 2 used, 7 reserved, 3 free"');
  });

  it("says by how much the parts exceed the whole, and that nothing is free", () => {
    const html = draw(9, 4, 10);
    expect(plain(html)).toContain("Free 0 3 over the limit");
    expect(html).toContain('aria-valuetext="13 of 10: 9 used, 4 reserved, 0 free, 3 over the limit"');
  });

  it("keeps the parts inside the bar when they exceed the whole", () => {
    const widths = Array.from(draw(9, 4, 10).matchAll(/width:([\d.]+)%/g), (match) => Number(match[1]));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
  });

  it("draws no part for a zero, and survives a whole of zero", () => {
    expect(draw(0, 0, 0)).not.toMatch(/width:|NaN|Infinity/);
  });

  it("separates thousands", () => {
    expect(plain(draw(1, 3000, 10_000))).toContain("3,001 of 10,000");
  });

  it("keeps the numbers for screen readers when it is only a bar", () => {
    const html = draw(2, 7, 12, "sm");
    expect(plain(html)).toBe("");
    expect(html).toContain('aria-valuetext="9 of 12: 2 used, 7 reserved, 3 free"');
  });
});
