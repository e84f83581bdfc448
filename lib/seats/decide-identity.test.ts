import { expect, it } from "vitest";
import { decideIdentity } from "./decide-identity";

const ours = { auth0UserId: "auth0|1", auth0State: "open", createdByUs: true, provedAt: null } as const;
const proved = { ...ours, provedAt: new Date() };
const theirs = { ...ours, createdByUs: false };
const none = { seats: 0, isStaff: false };

it.each([
  ["deletes somebody we created who never got in", ours, none, "delete"],
  ["blocks somebody who was in", proved, none, "block"],
  ["only blocks an identity that was there before us", theirs, none, "block"],
  ["keeps somebody who holds a seat elsewhere", proved, { seats: 1, isStaff: false }, "keep"],
  ["keeps staff without a seat", proved, { seats: 0, isStaff: true }, "keep"],
  [
    "unblocks somebody who holds a seat again",
    { ...proved, auth0State: "blocked" } as const,
    { seats: 1, isStaff: false },
    "unblock",
  ],
  ["leaves a blocked one blocked", { ...proved, auth0State: "blocked" } as const, none, "keep"],
  ["finishes a block that was interrupted", { ...proved, auth0State: "blocking" } as const, none, "block"],
  [
    "takes an interrupted block back for somebody who holds a seat again",
    { ...proved, auth0State: "blocking" } as const,
    { seats: 1, isStaff: false },
    "unblock",
  ],
  ["finishes a deletion that was interrupted", { ...ours, auth0State: "deleting" } as const, none, "delete"],
  ["has nothing to do where Auth0 knows nobody", { ...ours, auth0UserId: null }, none, "keep"],
])("%s", (_what, user, holds, wish) => {
  expect(decideIdentity(user, holds)).toBe(wish);
});
