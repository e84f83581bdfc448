import { expect, it } from "vitest";
import { importHref, readImportQuery } from "./import-address";

it("an address of one part's page reads as what it was made of", () => {
  const href = importHref("/t/acme/imports/1", "attention", { before: 301 });
  const query = Object.fromEntries(new URL(href, "https://portal.example").searchParams);
  expect(readImportQuery(query)).toEqual({ part: "attention", cursor: { before: 301 } });
});

it.each([
  { show: "everything" },
  { after: "-1" },
  { after: "1.5" },
  { before: "x" },
  { after: "1000001" },
  {},
])("what is none of ours means the first page of all rows: %o", (query) => {
  expect(readImportQuery(query)).toEqual({ part: null, cursor: null });
});
