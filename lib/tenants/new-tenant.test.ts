import { expect, it } from "vitest";
import { newTenantSchema } from "./new-tenant";

const good = {
  name: " Acme ",
  slug: "acme-gmbh",
  seats: "25",
  adminName: "Ada",
  adminEmail: "ada@acme.example",
};

it("takes what a form holds, trimmed and as a number", () => {
  expect(newTenantSchema.parse(good)).toEqual({ ...good, name: "Acme", seats: 25 });
});

it("takes a number of seats as people write one, and asks for a whole number where there is none", () => {
  expect(newTenantSchema.parse({ ...good, seats: "1,000" }).seats).toBe(1_000);
  for (const seats of ["", "2.5", "many", undefined])
    expect(newTenantSchema.safeParse({ ...good, seats }).error?.issues[0]?.message).toBe(
      "Give a whole number.",
    );
});

it.each([
  ["an empty name", { name: "  " }, "name"],
  ["a name of 121 signs", { name: "x".repeat(121) }, "name"],
  ["a slug with capitals", { slug: "Acme" }, "slug"],
  ["a slug with a slash", { slug: "a/b" }, "slug"],
  ["a slug that ends in a hyphen", { slug: "acme-" }, "slug"],
  ["a slug of 41 signs", { slug: "a".repeat(41) }, "slug"],
  ["a slug that is an address of ours", { slug: "staff" }, "slug"],
  ["no seats at all", { seats: "0" }, "seats"],
  ["half a seat", { seats: "2.5" }, "seats"],
  ["a million and one", { seats: "1000001" }, "seats"],
  ["words for seats", { seats: "many" }, "seats"],
  ["an address that is none", { adminEmail: "ada@acme" }, "adminEmail"],
  ["nobody to let in", { adminName: "", adminEmail: "" }, "adminName"],
])("refuses %s, and says at which field", (_what, changes, field) => {
  const parsed = newTenantSchema.safeParse({ ...good, ...changes });
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues[0]?.path).toEqual([field]);
  expect(parsed.error?.issues[0]?.message).toMatch(/^[A-Z].*\.$/);
});
