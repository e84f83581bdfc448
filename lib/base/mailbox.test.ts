import { describe, expect, it } from "vitest";
import { canonicalMailbox } from "./mailbox";

describe("canonicalMailbox", () => {
  it.each([
    ["ada@acme.example", "ada@acme.example"],
    ["  Ada.Lovelace@ACME.Example\t", "ada.lovelace@acme.example"],
    ["<ada@acme.example>", "ada@acme.example"],
    ["\u00a0ada@acme.example\ufeff", "ada@acme.example"],
    ["\u202aada@acme.example\u202c", "ada@acme.example"],
    ["ada\u200b@ac\u00adme.example", "ada@acme.example"],
    ["o'brien+seats@a-b.co.uk", "o'brien+seats@a-b.co.uk"],
    ["a_b/c=d@acme.example", "a_b/c=d@acme.example"],
    ["ada@münchen.example", "ada@xn--mnchen-3ya.example"],
    ["ada@MU\u0308NCHEN.example", "ada@xn--mnchen-3ya.example"],
    ["ada@例え。テスト", "ada@xn--r8jz45g.xn--zckzah"],
    ["ada@xn--mnchen-3ya.example", "ada@xn--mnchen-3ya.example"],
    ["ada@3com.example", "ada@3com.example"],
    ["a\u1fef@acme.example", "a`@acme.example"],
    [`${"a".repeat(64)}@acme.example`, `${"a".repeat(64)}@acme.example`],
  ])("spells %j as %s", (typed, mailbox) => {
    expect(canonicalMailbox(typed)).toEqual({ ok: true, mailbox });
    expect(canonicalMailbox(mailbox)).toEqual({ ok: true, mailbox });
  });

  it.each([
    ["", "missing"],
    [" \t\u200b<>", "missing"],
    ["ada", "malformed"],
    ["@acme.example", "malformed"],
    ["ada@", "malformed"],
    ["ada@acme", "malformed"],
    ["ada@localhost", "malformed"],
    ["ada@@acme.example", "malformed"],
    ["ada@b@acme.example", "malformed"],
    ["ada lovelace@acme.example", "malformed"],
    ["ada@acme .example", "malformed"],
    ["ada@acme..example", "malformed"],
    ["ada@acme.example.", "malformed"],
    ["ada@.acme.example", "malformed"],
    ["ada@-acme.example", "malformed"],
    ["ada@acme-.example", "malformed"],
    ["ada@ac_me.example", "malformed"],
    ["ada@10.0.0.1", "malformed"],
    ["ada@１０.0.0.1", "malformed"],
    ["ada@münchen.example:25", "malformed"],
    ["ada@ü/x.example", "malformed"],
    ["ada@ü\uff0fx.example", "malformed"],
    ["ada@ü\uff20x.example", "malformed"],
    ["ada@ü%2ex.example", "malformed"],
    [`ada@${"a".repeat(64)}.example`, "malformed"],
    [".ada@acme.example", "malformed"],
    ["ada.@acme.example", "malformed"],
    ["a..da@acme.example", "malformed"],
    ["a,da@acme.example", "malformed"],
    ["Ada <ada@acme.example>", "malformed"],
    ["ada@acme.example\r\nbcc: eve@evil.example", "malformed"],
    ["a\u0000da@acme.example", "malformed"],
    ["adä@acme.example", "unsupported"],
    ["\u0430da@acme.example", "unsupported"],
    ['"ada lovelace"@acme.example', "unsupported"],
    ["ada@[10.0.0.1]", "unsupported"],
    [`${"a".repeat(65)}@acme.example`, "too-long"],
    [`${"a".repeat(60)}@${"b.".repeat(95)}example`, "too-long"],
    [`${"a".repeat(100_000)}@acme.example`, "too-long"],
    ["a".repeat(100_000), "malformed"],
  ])("refuses %j as %s", (typed, reason) => {
    expect(canonicalMailbox(typed)).toEqual({ ok: false, reason });
  });

  it("accepts exactly 254 characters", () => {
    const domain = `${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.example`;
    const mailbox = `${"a".repeat(254 - 1 - domain.length)}@${domain}`;
    expect(mailbox).toHaveLength(254);
    expect(canonicalMailbox(mailbox)).toEqual({ ok: true, mailbox });
    expect(canonicalMailbox(`a${mailbox}`)).toEqual({ ok: false, reason: "too-long" });
  });
});
