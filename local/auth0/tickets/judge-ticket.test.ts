import { expect, test } from "vitest";
import { judgeTicket } from "./judge-ticket";
import type { Ticket } from "./ticket";

const now = new Date("2026-11-23T12:00:00Z");
const ticket: Ticket = {
  secret_hash: "hash",
  kind: "password-change",
  user_id: "auth0|1",
  result_url: null,
  client_id: null,
  include_email: true,
  mark_email_as_verified: false,
  expires_at: new Date(now.getTime() + 1),
  used_at: null,
  used_by_form: null,
  superseded: false,
  email: "ann@acme.test",
  email_verified: false,
};
const reasonFor = (changes: Partial<Ticket>) => {
  const outcome = judgeTicket({ ...ticket, ...changes }, now);
  return outcome.ok ? "fine" : outcome.reason;
};

test("a fresh ticket may be used", () => expect(reasonFor({})).toBe("fine"));

test("one that nobody made may not", () => {
  expect(judgeTicket(undefined, now)).toEqual({ ok: false, reason: "unknown", ticket: undefined });
});

test("it expires at its very moment", () => expect(reasonFor({ expires_at: now })).toBe("expired"));

test("a used one stays used, even after it has expired", () => {
  expect(reasonFor({ used_at: now, expires_at: now })).toBe("used");
});

test("a later ticket replaces a password ticket, but not a verification ticket", () => {
  expect(reasonFor({ superseded: true })).toBe("superseded");
  expect(reasonFor({ superseded: true, kind: "email-verification" })).toBe("fine");
});

test("a verified address needs no verification, but may get a password", () => {
  expect(reasonFor({ email_verified: true, kind: "email-verification" })).toBe("already-verified");
  expect(reasonFor({ email_verified: true })).toBe("fine");
});
