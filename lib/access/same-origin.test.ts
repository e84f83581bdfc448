import { expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const base = "https://portal.example.com";
it.each([
  [{ "sec-fetch-site": "same-origin", origin: "null" }, true],
  [{ "sec-fetch-site": "cross-site", origin: base }, false],
  [{ "sec-fetch-site": "same-site" }, false],
  [{ origin: base }, true],
  [{ origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" }, false],
  [{ origin: "null" }, false],
  [{}, false],
])("judges %j as %s", (headers, expected) => {
  expect(isSameOrigin(new Headers(headers as Record<string, string>), base)).toBe(expected);
});
