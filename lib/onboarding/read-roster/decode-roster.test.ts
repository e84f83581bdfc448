import { describe, expect, it } from "vitest";
import { largestRoster, mostRows, readRoster } from "../read-roster";
import { ada, bob, rowsOf, shortly } from "./rows-for-tests";

function bytes(...parts: (string | number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))),
  );
}

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
    ["a header alone", "email,name,role\n", "header-only"],
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

  it("when it has more rows than the limit", { timeout: 30_000 }, () => {
    const people = Array.from({ length: mostRows }, (_, n) => `p${n}@acme.example`);
    expect(rowsOf(["email", ...people].join("\n"))).toHaveLength(mostRows);
    const tooMany = { ok: false, reason: "too-many-rows", limit: mostRows };
    expect(readRoster([...people, bob].join("\n"))).toEqual(tooMany);
    expect(readRoster([...people, bob].join(";"))).toEqual(tooMany);
    expect(readRoster(`${ada}\n${'" "\n'.repeat(mostRows + 1)}`)).toEqual(tooMany);
  });
});
