import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { largestRoster, mostRows, type RosterRow, readRoster } from "./read-roster";

const ada = "ada@acme.example";
const bob = "bob@acme.example";

function rowsOf(input: Uint8Array | string): RosterRow[] {
  const reading = readRoster(input);
  if (!reading.ok) throw new Error(`the roster was refused: ${reading.reason}`);
  return reading.rows;
}

/** Each row in short: line, address, name, role, and its problem if it has one. */
function shortly(input: Uint8Array | string): string[] {
  return rowsOf(input).map((row) =>
    [row.line, row.email ?? row.typed, row.name, row.role, row.problem]
      .filter((part) => part !== null)
      .join("|"),
  );
}

function bytes(...parts: (string | number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))),
  );
}

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

describe("encodings", () => {
  const text = "email,name\nada@acme.example,Zoë Åkesson";
  it.each([
    ["UTF-8", bytes(text)],
    ["UTF-8 with a byte order mark", bytes([0xef, 0xbb, 0xbf], text)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["Windows-1252", Buffer.from(text, "latin1")],
    ["pasted text", text],
    ["pasted text with a byte order mark", `\ufeff${text}`],
    ["decomposed accents", text.normalize("NFD")],
  ])("reads %s", (_, input) => {
    expect(shortly(input)).toEqual([`2|${ada}|Zoë Åkesson|viewer`]);
  });

  it("reads the signs of Windows-1252 that Latin-1 lacks", () => {
    const [row] = rowsOf(
      bytes("email,name\nada@acme.example,O", [0x92], "Neil ", [0x80, 0x20, 0x9f, 0x8e, 0x9e]),
    );
    expect(row?.name).toBe("O’Neil € ŸŽž");
  });
});

describe("refuses the whole", () => {
  it.each([
    ["nothing", "", "empty"],
    ["blanks", " \n\t\r\n", "empty"],
    ["a byte order mark alone", bytes([0xef, 0xbb, 0xbf]), "empty"],
    ["a workbook", bytes([0x50, 0x4b, 3, 4], ada), "spreadsheet"],
    ["an old workbook", bytes([0xd0, 0xcf, 0x11, 0xe0], ada), "spreadsheet"],
    ["a PDF", bytes("%PDF-1.7\n", ada), "not-text"],
    ["a picture", bytes([0x89], "PNG", [0, 0, 0x0d], ada), "not-text"],
    ["a text with NUL", `${ada}\0`, "not-text"],
    ["half a sign of UTF-16", bytes([0xff, 0xfe, 0x61]), "not-text"],
    ["UTF-16 that doesn't say so", Buffer.from(ada, "utf16le"), "not-text"],
    ["a header alone", "email,name,role\n", "no-addresses"],
    ["a letter", "Dear all,\nplease find attached\n", "no-addresses"],
  ])("when it is %s", (_, input, reason) => {
    expect(readRoster(input)).toEqual({ ok: false, reason });
  });

  it("when it is larger than the limit, counted in bytes", () => {
    const fits = `${ada}\n`.padEnd(largestRoster, " ");
    expect(readRoster(fits).ok).toBe(true);
    expect(readRoster(`${fits} `)).toEqual({ ok: false, reason: "too-large", limit: largestRoster });
    expect(readRoster(fits.slice(1).replace(" ", "é")).ok).toBe(true);
    expect(readRoster(fits.replace(" ", "é"))).toEqual({
      ok: false,
      reason: "too-large",
      limit: largestRoster,
    });
  });

  it("when it has more rows than the limit", () => {
    const people = Array.from({ length: mostRows }, (_, n) => `p${n}@acme.example`);
    expect(rowsOf(["email", ...people].join("\n"))).toHaveLength(mostRows);
    const tooMany = { ok: false, reason: "too-many-rows", limit: mostRows };
    expect(readRoster([...people, bob].join("\n"))).toEqual(tooMany);
    expect(readRoster([...people, bob].join(";"))).toEqual(tooMany);
    expect(readRoster(`${ada}\n${'" "\n'.repeat(mostRows + 1)}`)).toEqual(tooMany);
  });
});

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

describe("for any roster", () => {
  // A small fixed generator, so that a failure can be repeated.
  function dice(seed: number): (sides: number) => number {
    let state = seed;
    return (sides) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * sides);
    };
  }
  const names = ["Ada", '"Lovelace, Ada"', '"Ada\nLovelace"', '"a ""b"" c"', "", " ", "Zoë", "x".repeat(130)];
  const addresses = ["bad", "", "a@b", "a b@c.example", "ä@c.example"];
  const roles = ["", "admin", "viewer", "king", "MEMBER"];

  it("every record that is not blank is exactly one row on its own line", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const roll = dice(seed);
      const delimiter = [",", ";", "\t", "|"][roll(4)] ?? ",";
      const end = ["\n", "\r\n", "\r"][roll(3)] ?? "\n";
      let line = 2;
      const lines: number[] = [];
      const records = Array.from({ length: roll(40) + 1 }, (_, n) => {
        if (n > 0 && roll(6) === 0) {
          line += 1;
          return "";
        }
        const name = names[roll(names.length)] ?? "";
        const address =
          n === 0 || roll(3) > 0 ? `p${roll(30)}@acme.example` : (addresses[roll(addresses.length)] ?? "");
        const record = [name, address, "filler", roles[roll(roles.length)] ?? ""].join(delimiter);
        lines.push(line);
        line += record.split("\n").length;
        return record;
      });
      const header = ["Name", "Email", "Team", "Role"].join(delimiter);
      const rows = rowsOf([header, ...records].join("\n").replaceAll("\n", end));
      expect(rows.map((row) => row.line)).toEqual(lines);
      const good = rows.flatMap((row) => (row.problem === null ? [row.email] : []));
      expect(new Set(good).size).toBe(good.length);
    }
  });

  it("no bytes throw, and text without its line ends has as many rows as before", () => {
    const signs = [
      '"',
      ",",
      ";",
      "\n",
      "\r",
      "@",
      "<",
      ">",
      "a",
      "ä",
      " ",
      ".example",
      "\t",
      "|",
      "=",
      "\u202e",
      "\ud800",
    ];
    for (let seed = 1; seed <= 500; seed += 1) {
      const roll = dice(seed);
      const text = Array.from({ length: roll(80) }, () => signs[roll(signs.length)] ?? "").join("");
      const reading = readRoster(text);
      if (reading.ok) expect(reading.rows).toEqual(rowsOf(`${text}\n\n`));
      readRoster(Uint8Array.from({ length: roll(60) }, () => roll(256)));
    }
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
