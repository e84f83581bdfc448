import { expect, it } from "vitest";
import { outcomeWords } from "./outcome-words";

it.each([
  ["is-in", /^They are in already\.$/],
  ["not-created", /^Their account is being created\./],
  ["already-released", /^Their seat was taken back\./],
  ["on-its-way", /^A letter is on its way already\.$/],
] as const)("says of a letter that was not sent the one reason that holds: %s", (outcome, why) => {
  expect(outcomeWords("resend", outcome).why).toMatch(why);
});

it("says of an invitation that was not revoked what to do instead", () => {
  expect(outcomeWords("revoke", "is-in").why).toMatch(/got in\. Remove them/);
});
