import { expect, it } from "vitest";
import { csvLine } from "./csv-line";

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://evil.example")'])(
  "%j is text and no formula",
  (typed) => {
    expect(csvLine([typed])).toBe(`"'${typed.replaceAll('"', '""')}"\r\n`);
  },
);

it("quotes what would part a field or a line, and nothing else", () => {
  expect(csvLine(["a", "b,c", 'd"e', "f\ng", "", null])).toBe('a,"b,c","d""e","f\ng",,\r\n');
  expect(csvLine([new Date(0)])).toBe("1970-01-01T00:00:00.000Z\r\n");
});
