import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRoster } from "./read-roster";
import { ada, bob, rowsOf, shortly } from "./read-roster/rows-for-tests";

describe("with a header", () => {
  it.each([
    ["the plain order", "email,name,role\nada@acme.example,Ada,admin"],
    ["another order", "Role,Name,Email\nadmin,Ada,ada@acme.example"],
    ["capitals and blanks", " EMAIL , NAME , ROLE \n ada@acme.example , Ada , ADMIN "],
    ["synonyms", "Full Name;E-Mail Address;User role\nAda;ada@acme.example;Administrator"],
    ["a name in two columns", "first name,last_name,e-mail,role\nAda,,ada@acme.example,admin"],
    ["tabs", "mail\tname\trole\nada@acme.example\tAda\tadmin"],
    ["bars", "email|name|role\nada@acme.example|Ada|admin"],
    [
      "columns that we don't read",
      "Dept,email,Manager,name,role\nR&D,ada@acme.example,boss@acme.example,Ada,admin",
    ],
    ["accents", "rôle,prénom,courriel\nadmin,Ada,ada@acme.example"],
    ["everything quoted", '"email","name","role"\n"ada@acme.example","Ada","admin"'],
    [
      "a second column of the same meaning",
      "email,email,name,role\nada@acme.example,x@acme.example,Ada,admin",
    ],
    ["an address as a mail program writes it", "email,role\nAda <ada@acme.example>,admin"],
    ["more cells than headings", "email,name,role\nada@acme.example,Ada,admin,,,"],
  ])("reads %s", (_, text) => {
    expect(shortly(text)).toEqual([`2|${ada}|Ada|admin`]);
  });

  it("says which columns it read and which it did not", () => {
    const reading = readRoster("Team,E-mail,First name,Surname\nR&D,ada@acme.example,Ada,Lovelace");
    expect(reading).toMatchObject({
      ok: true,
      rows: [{ name: "Ada Lovelace" }],
      columns: [
        { label: "Team", meaning: null },
        { label: "E-mail", meaning: "email" },
        { label: "First name", meaning: "first-name" },
        { label: "Surname", meaning: "last-name" },
      ],
    });
  });

  it("says which of two columns of one meaning it read", () => {
    const reading = readRoster("email,email\nada@acme.example,x@acme.example");
    expect(reading.ok && reading.columns.map(({ meaning }) => meaning)).toEqual(["email", null]);
  });

  it("trusts the header about the delimiter more than the cells", () => {
    expect(shortly("Email;Notes\nbad;call,ada@acme.example")).toEqual(["2|bad||viewer|bad-address"]);
  });

  it("takes the delimiter from the spreadsheet's hint and keeps the line numbers", () => {
    expect(shortly("\ufeffsep=;\nemail;name\nada@acme.example;Lovelace, Ada")).toEqual([
      `3|${ada}|Lovelace, Ada|viewer`,
    ]);
  });

  it("numbers a record by its first physical line, also behind names with line ends", () => {
    const text = 'email,name\nada@acme.example,"Ada\nLovelace"\n\nbob@acme.example,"B\n\n\nob"\nnobody,Cy';
    expect(shortly(text)).toEqual([
      `2|${ada}|Ada Lovelace|viewer`,
      `5|${bob}|B ob|viewer`,
      "9|nobody|Cy|viewer|bad-address",
    ]);
  });

  it.each([
    ["CRLF", "\r\n"],
    ["CR", "\r"],
    ["LF", "\n"],
  ])("reads %s line ends, also inside quotes", (_, end) => {
    const text = ["email,name", "", `${ada},"Ada${end}Lovelace"`, `${bob},Bob`, ""].join(end);
    expect(shortly(text)).toEqual([`3|${ada}|Ada Lovelace|viewer`, `5|${bob}|Bob|viewer`]);
  });

  it("reads mixed line ends", () => {
    expect(shortly(`email\r\n${ada}\n${bob}\rcy@acme.example`).map((row) => row[0])).toEqual(["2", "3", "4"]);
  });

  it("leaves out blank records and rows of empty cells", () => {
    expect(shortly(`email,name\n\n , \n,,,\n"",""\n${ada},Ada\n\t\n`)).toEqual([`6|${ada}|Ada|viewer`]);
  });

  it("reads a list under a lone heading", () => {
    expect(shortly(`Email\n${ada}, ${bob}\nCy <cy@acme.example>`)).toEqual([
      `2|${ada}||viewer`,
      `2|${bob}||viewer`,
      "3|cy@acme.example|Cy|viewer",
    ]);
  });
});

describe("stray quotes", () => {
  it.each([
    ["never closed", `email,name\n"x,Ada\n${bob},Bob`],
    ["closed in the middle", `email,name\n"x" y,Ada\n${bob},Bob`],
    ["closed by a later line's quote", `email,name\n"x,Ada\n${bob},Bob\n"cy@acme.example",Cy`],
    ["open for longer than a field may be", `email,name\n"x,Ada\n${bob},Bob\n${"\n".repeat(30)}"`],
  ])("that are %s spoil their own line only", (_, text) => {
    const rows = shortly(text);
    expect(rows[0]).toMatch(/^2\|.*bad-address$/);
    expect(rows[1]).toBe(`3|${bob}|Bob|viewer`);
  });

  it("inside a name are kept", () => {
    expect(shortly(`email,name\n${ada},Ada "the first" Lovelace\n${bob},"Bob ""B"" Ross"`)).toEqual([
      `2|${ada}|Ada "the first" Lovelace|viewer`,
      `3|${bob}|Bob "B" Ross|viewer`,
    ]);
  });
});

describe("without a header", () => {
  it.each([
    ["one address per line", `${ada}\n${bob}`, [`1|${ada}||viewer`, `2|${bob}||viewer`]],
    ["columns", `${ada},Ada,admin\n${bob},Bob,`, [`1|${ada}|Ada|admin`, `2|${bob}|Bob|viewer`]],
    ["semicolons, with commas in names", `${ada};Lovelace, Ada;admin`, [`1|${ada}|Lovelace, Ada|admin`]],
    [
      "a role right behind the address",
      `${ada},admin\n${bob},Bob`,
      [`1|${ada}||admin`, `2|${bob}|Bob|viewer`],
    ],
    [
      "names in front",
      `Ada Lovelace,${ada},admin\nBob,${bob}`,
      [`1|${ada}|Ada Lovelace|admin`, `2|${bob}|Bob|viewer`],
    ],
    ["commas on a line", `${ada}, ${bob},`, [`1|${ada}||viewer`, `1|${bob}||viewer`]],
    ["semicolons on a line", `${ada};${bob}; ;`, [`1|${ada}||viewer`, `1|${bob}||viewer`]],
    ["blanks on a line", `${ada} ${bob}`, [`1|${ada}||viewer`, `1|${bob}||viewer`]],
    ["tabs on a line", `${ada}\t${bob}`, [`1|${ada}||viewer`, `1|${bob}||viewer`]],
    ["a mail program's form", `Ada Lovelace <${ada}>`, [`1|${ada}|Ada Lovelace|viewer`]],
    ["the same, several", `Ada <${ada}>, Bob <${bob}>`, [`1|${ada}|Ada|viewer`, `1|${bob}|Bob|viewer`]],
    [
      "surname first",
      `Lovelace, Ada <${ada}>; Ross, Bob <${bob}>`,
      [`1|${ada}|Lovelace, Ada|viewer`, `1|${bob}|Ross, Bob|viewer`],
    ],
    ["surname first, alone", `Lovelace, Ada <${ada}>`, [`1|${ada}|Lovelace, Ada|viewer`]],
    [
      "quoted names",
      `"Lovelace, Ada" <${ada}>, 'Bob' <${bob}>`,
      [`1|${ada}|Lovelace, Ada|viewer`, `1|${bob}|Bob|viewer`],
    ],
    ["brackets only", `<${ada}>\n<${bob}>,`, [`1|${ada}||viewer`, `2|${bob}||viewer`]],
    ["a role behind brackets", `Ada <${ada}>, admin`, [`1|${ada}|Ada|admin`]],
    ["a name and an address in words", `Ada Lovelace ${ada}`, [`1|${ada}|Ada Lovelace|viewer`]],
    [
      "the same with signs between",
      `Ada Lovelace - ${ada}\nBob: (${bob})`,
      [`1|${ada}|Ada Lovelace|viewer`, `2|${bob}|Bob|viewer`],
    ],
    ["a name behind the address", `${ada} (Ada)`, [`1|${ada}|Ada|viewer`]],
    ["a role behind the address, in words", `${ada} admin`, [`1|${ada}||admin`]],
    ["a name, an address and a role", `Ada Lovelace ${ada},admin`, [`1|${ada}|Ada Lovelace|admin`]],
    [
      "links copied from a page",
      `mailto:${ada}\nBob <mailto:${bob}?subject=Hi>`,
      [`1|${ada}||viewer`, `2|${bob}|Bob|viewer`],
    ],
    [
      "words on both sides, which nobody could tell apart",
      `Ask ${ada} please`,
      [`1|Ask ${ada} please||viewer|bad-address`],
    ],
    ["a title above", `Our people:\n${ada}`, [`1|Our people:||viewer|bad-address`, `2|${ada}||viewer`]],
    [
      "words among addresses",
      `${ada}, somebody, ${bob}`,
      [`1|${ada}||viewer`, "1|somebody||viewer|bad-address", `1|${bob}||viewer`],
    ],
  ])("reads %s", (_, text, expected) => {
    expect(shortly(text)).toEqual(expected);
  });

  it("trusts clean addresses about the delimiter more than even widths", () => {
    expect(shortly(`${ada};Lovelace, Ada\n${bob};Ross, Bob`)).toEqual([
      `1|${ada}|Lovelace, Ada|viewer`,
      `2|${bob}|Ross, Bob|viewer`,
    ]);
  });

  it("has no columns to show", () => {
    expect(readRoster(ada)).toMatchObject({ ok: true, columns: [] });
  });
});

it("reads the sample that the import page offers: ten people, two with a problem", () => {
  const rows = rowsOf(readFileSync(join(import.meta.dirname, "../../public/sample-roster.csv")));
  expect(rows).toHaveLength(10);
  expect(rows.flatMap(({ line, problem }) => (problem === null ? [] : [[line, problem]]))).toEqual([
    [5, "bad-address"],
    [9, "unknown-role"],
  ]);
});
