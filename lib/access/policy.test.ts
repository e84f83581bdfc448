import { expect, it } from "vitest";
import { may } from "./policy";

it("lets viewers open analytics and nothing else", () => {
  expect(may("viewer", "open-analytics")).toBe(true);
  for (const verb of [
    "see-people",
    "import-people",
    "renew-invitation",
    "release-seat",
    "change-settings",
    "request-seats",
  ] as const)
    expect(may("viewer", verb), verb).toBe(false);
});

it("lets admins do everything a tenant knows", () => {
  for (const verb of [
    "open-analytics",
    "see-people",
    "import-people",
    "renew-invitation",
    "release-seat",
    "change-settings",
    "request-seats",
  ] as const)
    expect(may("admin", verb), verb).toBe(true);
});

it("refuses a role it does not know", () => {
  const fromTheWire: unknown = JSON.parse('"owner"');
  expect(may(fromTheWire as "admin", "release-seat")).toBe(false);
});
