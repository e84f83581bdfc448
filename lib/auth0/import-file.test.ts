import { expect, it } from "vitest";
import { countFitting, importFile, MAX_IMPORT_BYTES } from "./import-file";

const user = (place: number, name = "") => ({ id: `id-${place}`, mailbox: `p${place}@acme.example`, name });

it("sends our id, the mailbox and that it is not verified, and a name only if there is one", () => {
  expect(JSON.parse(importFile([user(1, "Ada"), user(2)]))).toEqual([
    { user_id: "id-1", email: "p1@acme.example", email_verified: false, name: "Ada" },
    { user_id: "id-2", email: "p2@acme.example", email_verified: false },
  ]);
});

it.each([
  ["short names", "Ada"],
  ["names of many bytes", "𝔸𝕕𝕒 ".repeat(40)],
  ["names that JSON must escape", '"\\\n'.repeat(30)],
])("fills a job to its limit and not a byte further with %s", (_what, name) => {
  const crowd = Array.from({ length: 12_000 }, (_, place) => user(place, name));
  const fit = countFitting(crowd);
  expect(fit).toBeGreaterThan(0);
  expect(fit).toBeLessThan(crowd.length);
  expect(Buffer.byteLength(importFile(crowd.slice(0, fit)))).toBeLessThanOrEqual(MAX_IMPORT_BYTES);
  expect(Buffer.byteLength(importFile(crowd.slice(0, fit + 1)))).toBeGreaterThan(MAX_IMPORT_BYTES - 2);
});

it("takes all of a few, and none of nobody", () => {
  expect(countFitting([user(1), user(2)])).toBe(2);
  expect(countFitting([])).toBe(0);
});
