import { expect, it } from "vitest";
import { planAdmission } from "./plan-admission";
import { rowsOf } from "./read-roster/rows-for-tests";

const roster = rowsOf(
  "email,name,role\nada@acme.example,Ada,admin\nnobody,X,\nben@acme.example,Ben,\nada@acme.example,Ada,\ncy@acme.example,Cy,",
);
const plan = (held: string[], leftOut: number[]) =>
  planAdmission(roster, new Map(held.map((mailbox) => [mailbox, "viewer"])), new Set(leftOut));

it("gives every row of the roster exactly one fate, in order, with its line", () => {
  const planned = plan(["ben@acme.example"], [5]);
  expect(planned.map(({ position, line, outcome }) => [position, line, outcome])).toEqual([
    [1, 2, "admitted"],
    [2, 3, "bad"],
    [3, 4, "already"],
    [4, 5, "bad"],
    [5, 6, "left-out"],
  ]);
});

it("gives a seat of its own to each admitted row, and to no other", () => {
  const seats = plan([], []).map(({ outcome, seatId }) => (outcome === "admitted" ? seatId : null));
  const given = seats.filter((seatId) => seatId !== null);
  expect(given).toHaveLength(3);
  expect(new Set(given).size).toBe(3);
  expect(plan([], []).filter(({ outcome, seatId }) => outcome !== "admitted" && seatId !== null)).toEqual([]);
});

it("says of a bad row what is wrong with it, and of a repeated one where it stood first", () => {
  const [, bad, , repeated] = plan([], []);
  expect(bad).toMatchObject({
    problem: "bad-address",
    detail: expect.stringContaining("nobody"),
    mailbox: null,
  });
  expect(repeated).toMatchObject({ problem: "same-as-line", sameAs: 2 });
});

it("keeps the seat of somebody who holds one, even if the admin left the row out or gave another role", () => {
  expect(plan(["ada@acme.example"], [1])[0]).toMatchObject({ outcome: "already", seatId: null });
});

it("shows the role that somebody holds, not the list's, and says that a list changes nobody's role", () => {
  const [ada, , ben] = plan(["ada@acme.example", "ben@acme.example"], []);
  expect(ada).toMatchObject({ role: "viewer", detail: "Stays viewer: a list changes nobody's role." });
  expect(ben).toMatchObject({ role: "viewer", detail: null });
});

it("says which of two roles counts when one address is listed with both", () => {
  const repeated = plan([], [])[3];
  expect(repeated).toMatchObject({ detail: expect.stringMatching(/line 2, as admin: that is what counts/) });
});

it("does not admit a bad row because the admin asked for nothing to be left out", () => {
  expect(plan([], [2])[1]).toMatchObject({ outcome: "bad" });
});
