import { expect, it } from "vitest";
import { may } from "./policy";

const ofAdmins = [
  "see-people",
  "import-people",
  "renew-invitation",
  "release-seat",
  "restore-seat",
  "edit-person",
  "change-role",
  "change-settings",
  "request-seats",
  "see-activity",
] as const;

it("lets viewers open analytics, leave, and nothing else", () => {
  for (const verb of ["open-analytics", "leave"] as const) expect(may("viewer", verb), verb).toBe(true);
  for (const verb of ofAdmins) expect(may("viewer", verb), verb).toBe(false);
});

it("lets admins do everything a tenant knows", () => {
  for (const verb of ["open-analytics", "leave", ...ofAdmins] as const)
    expect(may("admin", verb), verb).toBe(true);
});

it("refuses a role it does not know", () => {
  const fromTheWire: unknown = JSON.parse('"owner"');
  expect(may(fromTheWire as "admin", "release-seat")).toBe(false);
});
