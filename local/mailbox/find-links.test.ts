import { expect, test } from "vitest";
import { findLinks } from "./find-links";

test("targets of links come first, then addresses in the text, each once", () => {
  const html = `<a class="b" href='https://a.example/1?x=1&amp;y=2'>A</a> <a href="mailto:x@y.example">Mail</a>`;
  const text = "See https://a.example/1?x=1&y=2 and (https://b.example/2).";
  expect(findLinks(html, text)).toEqual(["https://a.example/1?x=1&y=2", "https://b.example/2"]);
});

test("a letter without links has none", () => {
  expect(findLinks("<p>Hi</p>", "Hi")).toEqual([]);
});
