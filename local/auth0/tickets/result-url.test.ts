import { expect, test } from "vitest";
import { resultUrl } from "./result-url";
import type { Ticket } from "./ticket";

const ticket: Ticket = {
  secret_hash: "hash",
  kind: "email-verification",
  user_id: "auth0|1",
  result_url: "http://localhost:3000/continue",
  client_id: null,
  include_email: true,
  mark_email_as_verified: false,
  expires_at: new Date(0),
  used_at: null,
  used_by_form: null,
  superseded: false,
  email: "ann+lists@acme.test",
  email_verified: false,
};

test("the address survives its plus sign, and the fragment comes last", () => {
  const url = new URL(resultUrl(ticket, "http://localhost:3000/continue", undefined));
  expect(url.searchParams.get("email")).toBe("ann+lists@acme.test");
  expect(resultUrl(ticket, "http://localhost:3000/continue", undefined)).toMatch(/[?&]code=success#$/);
});

test("a refusal has no code, and says why", () => {
  const url = new URL(resultUrl(ticket, "http://localhost:3000/continue", "expired"));
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    success: "false",
    message: "Access expired.",
  });
  expect(url.searchParams.has("code")).toBe(false);
});
