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

it("each step of a file says which version it was of, and a refusal why", () => {
  expect(describeEntry({ verb: "dataset.refused", facts: { version: 2, code: "superseded" } })).toEqual({
    title: "File refused",
    detail: "Version 2: a newer file took its place before it was imported",
  });
  expect(describeEntry({ verb: "dataset.checked", facts: { version: 1, asks: "encoding" } }).detail).toBe(
    "Version 1: how its signs are written",
  );
  expect(describeEntry({ verb: "dataset.switched", facts: { before: 1, after: 2 } }).change).toEqual({
    before: "Version 1",
    after: "Version 2",
  });
});

it("a change that kept the title says nothing of it", () => {
  const facts = { before: "Sales", after: "Sales", question: true };
  expect(describeEntry({ verb: "chart.changed", facts })).toEqual({ title: "Chart changed" });
  expect(describeEntry({ verb: "chart.changed", facts: { ...facts, after: "Revenue" } })).toEqual({
    title: "Chart renamed and its question changed",
    change: { before: "Sales", after: "Revenue" },
  });
});

it("staff and operators are not named", () => {
  const staff = { kind: "staff", userId: "u", name: "sam@analystick.example" } as const;
  expect(describeActor({ actor: staff })).toBe("Analystick staff");
  expect(describeActor({ actor: { kind: "operator", command: "seed" } })).toBe("Analystick");
});

it("a mail server's words are told where it refused a letter, and nowhere else", () => {
  const facts = { kind: "reminder", serverSaid: "550 no such mailbox" };
  expect(describeEntry({ verb: "invitation.refused", facts }).detail).toBe(facts.serverSaid);
  expect(describeEntry({ verb: "letter.refused", facts }).detail).toBe(facts.serverSaid);
  expect(describeEntry({ verb: "invitation.sent", facts }).detail).toBeUndefined();
  expect(describeEntry({ verb: "letter.sent", facts }).detail).toBeUndefined();
});
