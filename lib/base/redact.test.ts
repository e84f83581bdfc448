import { expect, it } from "vitest";
import { redact } from "./redact";

it.each([
  ["GET /invitations/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6", "GET /invitations/[redacted]"],
  ["/u/reset-verify?ticket=abcDEF123#", "/u/reset-verify?ticket=[redacted]#"],
  ["/auth/callback?code=xyz&state=abc", "/auth/callback?code=[redacted]&state=[redacted]"],
  ["authorization: Bearer eyJ.a.b", "authorization: Bearer [redacted]"],
  ["postgres://app:s3cret@db:5432/x", "postgres://[redacted]@db:5432/x"],
  ["no such user ada.lovelace+1@acme.example here", "no such user [address] here"],
  ["login_hint=ada%40acme.example", "login_hint=[address]"],
])("takes what is private out of %s", (text, safe) => {
  expect(redact(text)).toBe(safe);
});

it("leaves ordinary words alone", () => {
  expect(redact("batch.settled 8 seats in 120 ms")).toBe("batch.settled 8 seats in 120 ms");
});
