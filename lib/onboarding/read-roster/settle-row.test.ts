import { describe, expect, it } from "vitest";
import { ada, rowsOf } from "./rows-for-tests";

describe("problems", () => {
  it.each([
    [",Ada,", { problem: "missing-address", typed: "", email: null, name: "Ada", role: "viewer" }],
    ["ada,Ada,admin", { problem: "bad-address", typed: "ada", email: null, role: "admin" }],
    ["ada@acme,Ada,boss", { problem: "bad-address", role: null }],
    ["adä@acme.example,Ada,", { problem: "unsupported-address", typed: "adä@acme.example", email: null }],
    [`${"a".repeat(65)}@acme.example,Ada,`, { problem: "address-too-long", email: null }],
    [`Ada@ACME.example,Ada,Boss`, { problem: "unknown-role", email: ada, role: null, typedRole: "Boss" }],
    [`${ada},${"x".repeat(121)},`, { problem: "name-too-long", email: ada, name: `${"x".repeat(119)}…` }],
    [`${ada},Ada,`, { problem: null, email: ada, role: "viewer" }],
    [`${ada},,Member`, { problem: null, role: "viewer" }],
    [`${ada},,USER`, { problem: null, role: "viewer" }],
    [`${ada},${"😀".repeat(120)},`, { problem: null, name: "😀".repeat(120) }],
  ])("of %s", (record, expected) => {
    expect(rowsOf(`email,name,role\n${record}\nx@acme.example,,`)[0]).toMatchObject({ line: 2, ...expected });
  });

  it("of a mailbox that is already there name the first good line", () => {
    const text = [
      "email,role",
      "ada@acme.example,boss",
      "Ada@acme.example,",
      "bob@acme.example,",
      "ADA@ACME.EXAMPLE,admin",
      "<ada@acme.example>,",
    ];
    expect(
      rowsOf(text.join("\n")).map((row) => (row.problem === "same-as-line" ? row.sameAs : row.problem)),
    ).toEqual(["unknown-role", null, null, 3, 3]);
  });

  it("keep the address as typed beside the canonical one", () => {
    expect(rowsOf("Ada.L@ACME.Example")[0]).toMatchObject({
      typed: "Ada.L@ACME.Example",
      email: "ada.l@acme.example",
    });
  });

  it("show no control or direction signs, and never more than fits", () => {
    const [row, long] = rowsOf(
      `email,name\n\u202eada@@x\u0007,A\u202ed\u200ba\u0000\n${"@".repeat(9_999)},`.replace("\0", "\u0001"),
    );
    expect(row).toMatchObject({ typed: "ada@@x", name: "Ada" });
    expect(long?.typed).toHaveLength(320);
  });
});
