import { expect, it } from "vitest";
import { describeActor, describeEntry, words } from "./describe-entry";

it("every verb that a tenant's log can hold has words, whatever else is said", () => {
  for (const [verb, say] of Object.entries(words)) {
    const { title, detail = "" } = say({});
    expect(title.length, verb).toBeGreaterThan(3);
    expect(`${title} ${detail}`, verb).not.toMatch(/undefined|null|NaN|\w+\.\w+-\w+/);
  }
  expect(Object.keys(words).length).toBeGreaterThan(30);
});

it("a change says what was there before and after", () => {
  const days = { daysBefore: 7, daysAfter: 1, remindersBefore: true, remindersAfter: false };
  const changeOf = (verb: keyof typeof words, facts: Parameters<(typeof words)["seat.renamed"]>[0]) =>
    describeEntry({ verb, facts }).change;
  expect(changeOf("tenant.settings-changed", days)).toEqual({
    before: "7 days, with reminders",
    after: "1 day, without reminders",
  });
  expect(changeOf("seat.role-changed", { before: "viewer", after: "admin" })).toEqual({
    before: "Viewer",
    after: "Admin",
  });
  expect(changeOf("seat.renamed", { before: "", after: "Ada" })).toEqual({ before: "no name", after: "Ada" });
  expect(changeOf("tenant.seats-changed", { before: 5, after: 9 })).toEqual({ before: "5", after: "9" });
  expect(changeOf("seat.released", { reason: "removed", from: "active" })).toEqual({
    before: "Active",
    after: "Removed",
  });
});

it("staff and operators are not named", () => {
  const staff = { kind: "staff", userId: "u", name: "sam@analystick.example" } as const;
  expect(describeActor({ actor: staff })).toBe("Analystick staff");
  expect(describeActor({ actor: { kind: "operator", command: "seed" } })).toBe("Analystick");
});
