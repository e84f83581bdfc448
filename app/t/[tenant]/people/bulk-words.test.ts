import { expect, it } from "vitest";
import { describeBulk } from "./bulk-words";

it.each([
  [
    "revoke",
    1,
    2,
    "Revoke 1 invitation?",
    /^The link in the letter stops .* The other person selected stays/,
  ],
  [
    "revoke",
    2,
    5,
    "Revoke 2 invitations?",
    /^The links in the letters stop .* The other 3 people selected stay/,
  ],
  [
    "resend",
    1,
    1,
    "Send 1 person a new letter?",
    /^The link in the letter they have stops working\. You can/,
  ],
  ["remove", 1, 1, "Remove 1 person?", /the seat is free at once/],
  ["remove", 1_200, 1_200, "Remove 1,200 people?", /their seats are free at once/],
] as const)(
  "asks before %s of %i of %i in words that fit the number",
  (kind, concerned, all, title, body) => {
    const words = describeBulk(kind, { concerned, all }, "admin");
    expect(words.title).toBe(title);
    expect(words.body).toMatch(body);
  },
);
