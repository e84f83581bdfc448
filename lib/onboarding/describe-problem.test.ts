import { expect, it } from "vitest";
import { describeProblem } from "./describe-problem";
import { describeRefusal } from "./describe-refusal";
import { readRoster } from "./read-roster";

const roster = [
  "email,name,role",
  ",Ada,",
  "ada@@acme,Ada,",
  "adä@acme.example,,",
  `${"a".repeat(65)}@acme.example,,`,
  "bob@acme.example,,boss",
  `cy@acme.example,${"x".repeat(130)},`,
  "di@acme.example,,",
  "di@acme.example,,",
].join("\n");

it("says for each problem what is wrong and what to do", () => {
  const reading = readRoster(roster);
  const sentences = reading.ok
    ? reading.rows.flatMap((row) => (row.problem ? [describeProblem(row)] : []))
    : [];
  expect(sentences).toEqual([
    expect.stringMatching(/no email address.*remove the line/),
    expect.stringMatching(/“ada@@acme” is not an email address.*like/),
    expect.stringMatching(/“adä@acme\.example” can't be used.*another address/),
    expect.stringMatching(/too long.*64.*254/),
    expect.stringMatching(/“boss” is not a role.*viewer, editor or admin/),
    expect.stringMatching(/longer than 120.*Shorten/),
    expect.stringMatching(/already on line 8/),
  ]);
});

it.each([
  ["nobody", /“nobody” is not an email address: it has no @/],
  ["ada@@acme.example", /more than one @/],
  ["Ada Lovelace ada@acme x", /there is a blank in it/],
  ["@acme.example", /nothing stands before the @/],
  ["ada@", /nothing stands behind the @/],
  ["ada@acme", /behind the @ needs a dot/],
  ["ada@acme.example,", /is not an email address\. Write/],
])("says what keeps %s from being an address", (typed, sentence) => {
  expect(describeProblem({ line: 1, typed, problem: "bad-address" })).toMatch(sentence);
});

it("does not send a person to the line they are on", () => {
  const reading = readRoster("di@acme.example, di@acme.example");
  const repeat = reading.ok ? reading.rows[1] : undefined;
  expect(repeat?.problem && describeProblem(repeat)).toMatch(/already on the same line/);
});

it.each([
  [{ ok: false, reason: "empty" }, /empty/],
  [{ ok: false, reason: "too-large", limit: 2 * 1024 * 1024 }, /larger than 2 MB.*Split/],
  [{ ok: false, reason: "too-many-rows", limit: 20_000 }, /more than 20,000 rows/],
  [{ ok: false, reason: "spreadsheet" }, /pick CSV/],
  [{ ok: false, reason: "not-text" }, /CSV \(UTF-8\)/],
  [{ ok: false, reason: "header-only" }, /below the column names.*one line/],
  [{ ok: false, reason: "no-addresses" }, /column named email/],
] as const)("says why %o was refused", (refusal, sentence) => {
  expect(describeRefusal(refusal)).toMatch(sentence);
});
