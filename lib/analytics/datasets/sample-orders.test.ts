import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { sampleOrders } from "./sample-orders";

it("the sample is the same on every machine, and every line has all its values", () => {
  const lines = [...sampleOrders()];
  expect(lines).toHaveLength(20_351);
  expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([12]));
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line);
  expect(hash.digest("hex").slice(0, 16)).toBe("625f5afd54b2a057");
});
