import { expect, it } from "vitest";
import { explainSilence, TOO_OFTEN, UNREACHABLE } from "./answer";

it("repeats what the server said to somebody who was too quick", () => {
  const words = `${TOO_OFTEN}. Wait 12 seconds and try again.`;
  expect(explainSilence(new Error(words))).toEqual({ ok: false, message: words });
});

it.each([
  new TypeError("Failed to fetch"),
  new Error("An unexpected response was received."),
  "lost",
  undefined,
])("says that nothing came back for %s", (error) => {
  expect(explainSilence(error)).toBe(UNREACHABLE);
});
