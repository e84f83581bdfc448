import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Time } from "./time";

afterEach(() => {
  vi.unstubAllEnvs();
});

const text = (html: string) => html.replace(/<[^>]*>/g, "");
const at = "2026-11-23T23:05:09.000Z";

describe("Time", () => {
  it("draws a date with the full moment in its title", () => {
    const html = renderToStaticMarkup(<Time value={at} />);
    expect(text(html)).toBe("23 Nov 2026");
    expect(html).toContain('title="23 Nov 2026, 23:05 UTC"');
    expect(html).toContain('dateTime="2026-11-23T23:05:09.000Z"');
  });

  it.each(["Pacific/Auckland", "America/Los_Angeles"])("draws the same in %s", (name) => {
    vi.stubEnv("TZ", name);
    expect(new Date(at).getHours()).not.toBe(23);
    expect(text(renderToStaticMarkup(<Time format="datetime" value={at} />))).toBe("23 Nov 2026, 23:05 UTC");
  });

  it.each([
    [20_000, "just now"],
    [60_000, "1 minute ago"],
    [3 * 3_600_000 + 5, "3 hours ago"],
    [-2 * 86_400_000, "in 2 days"],
    [60 * 86_400_000, "23 Nov 2026"],
  ])("says relative to now (%d ms before it)", (distance, words) => {
    const now = new Date(Date.parse(at) + distance);
    expect(text(renderToStaticMarkup(<Time format="relative" now={now} value={at} />))).toBe(words);
  });

  it("shows the fallback when there is no moment", () => {
    expect(text(renderToStaticMarkup(<Time fallback="never" value={null} />))).toBe("never");
  });

  it("throws for a value that is no date", () => {
    expect(() => renderToStaticMarkup(<Time value="yesterday" />)).toThrow(RangeError);
  });
});
