import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { readDigest } from "./read-digest";

it("reads the SHA-256 among other digests", () => {
  const hash = createHash("sha256").update("rows");
  const hex = hash.copy().digest("hex");
  expect(readDigest(`sha-256=:${hash.digest("base64")}:`)).toBe(hex);
  expect(readDigest(`sha-512=:AAAA:, sha-256=:${Buffer.from(hex, "hex").toString("base64")}:`)).toBe(hex);
});

it.each([null, "", "sha-256=abc", "sha-256=:abc:", "md5=:AAAA:"])("%j holds none", (header) => {
  expect(readDigest(header)).toBeNull();
});
