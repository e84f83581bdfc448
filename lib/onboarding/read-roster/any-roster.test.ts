import { describe, expect, it } from "vitest";
import { readRoster } from "../read-roster";
import { rowsOf } from "./rows-for-tests";

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
