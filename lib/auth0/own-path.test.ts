import { expect, it } from "vitest";
import { ownPath } from "./own-path";

const base = "https://portal.example.com";

it.each(["/t/acme/people", "/t/acme/people?after=1", "/"])("leads back to %s", (path) => {
  expect(ownPath(path, base)).toBe(path);
});

it.each([
  "//evil.test",
  "/.//evil.test",
  "/..//evil.test",
  "/%2e//evil.test",
  "/t/../..//evil.test",
  "\\\\evil.test",
  "/\\evil.test",
  "https://evil.test/",
  "javascript:alert(1)",
])("never leads away to %s", (path) => {
  const target = new URL(ownPath(path, base), base);
  expect(target.origin).toBe(base);
  expect(target.pathname.startsWith("//")).toBe(false);
});
