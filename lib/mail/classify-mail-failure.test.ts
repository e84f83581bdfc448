import { expect, it } from "vitest";
import { classifyMailFailure } from "./classify-mail-failure";

function failure(code: string, responseCode?: number, command?: string, response?: string): Error {
  return Object.assign(new Error("failed"), { code, responseCode, command, response });
}

it.each([
  ["an unknown mailbox", failure("EENVELOPE", 550, "RCPT TO"), "refused", false],
  ["a refused letter", failure("EMESSAGE", 554, "DATA"), "refused", false],
  ["greylisting", failure("EENVELOPE", 451, "RCPT TO"), "deferred", true],
  ["a full disk", failure("EMESSAGE", 452, "DATA"), "deferred", true],
  [
    "a refused sender, which is nobody's fault but ours",
    failure("EENVELOPE", 553, "MAIL FROM"),
    "deferred",
    true,
  ],
  ["a wrong password of ours", failure("EAUTH", 535, "AUTH PLAIN"), "unreachable", true],
  ["a server that turns us away", failure("EPROTOCOL", 554, "CONN"), "unreachable", true],
  ["a server that shuts down", failure("ECONNECTION", 421, "CONN"), "unreachable", true],
  ["silence", failure("ETIMEDOUT"), "unreachable", true],
  ["an unknown host", failure("EDNS"), "unreachable", true],
  ["a delivery without end", failure("EABORT"), "unreachable", true],
])("tells %s", (_, error, reason, retry) => {
  expect(classifyMailFailure(error)).toEqual({ ok: false, reason, retry, said: "" });
});

it("keeps the server's words without addresses", () => {
  const answer =
    "550-5.1.1 <ada.l@acme.example>:\r\n550 no such user jürgen@münchen.example (from ip@10.0.0.1)";
  expect(classifyMailFailure(failure("EENVELOPE", 550, "RCPT TO", answer)).said).toBe(
    "550-5.1.1 <[address]>: 550 no such user [address] (from [address])",
  );
});

it("keeps no letter's link that the server repeats", () => {
  const answer = "554 bad link https://portal.example.com/invitations/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6 inside";
  expect(classifyMailFailure(failure("EMESSAGE", 554, "DATA", answer)).said).toBe(
    "554 bad link https://portal.example.com/invitations/[redacted] inside",
  );
});

it("lets our own bugs through", () => {
  expect(() => classifyMailFailure(new TypeError("x is not a function"))).toThrow(TypeError);
  expect(() => classifyMailFailure(failure("EENVELOPE"))).toThrow("failed");
  expect(() => classifyMailFailure("text")).toThrow("text");
});
