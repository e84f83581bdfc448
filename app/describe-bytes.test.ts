import { expect, it } from "vitest";
import { describeBytes } from "./describe-bytes";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_000, "1.0 kB"],
  [999_949, "999.9 kB"],
  [999_950, "1.0 MB"],
  [1_913_775, "1.9 MB"],
  [250_000_000, "250.0 MB"],
  [5_000_000_000, "5.0 GB"],
])("%i is said as %s", (bytes, words) => {
  expect(describeBytes(bytes)).toBe(words);
});
