import { expect, it } from "vitest";
import { toPage } from "./page";

const rows = (...all: number[]) => all;
const at = (direction: "after" | "before") => ({ cursor: { id: "x", direction }, limit: 3 });

it.each([
  ["a first page with more behind it", { cursor: null, limit: 3 }, [1, 2, 3, 4], [1, 2, 3], false, true],
  ["a first page that is all", { cursor: null, limit: 3 }, [1, 2, 3], [1, 2, 3], false, false],
  ["a page further on", at("after"), [4, 5, 6, 7], [4, 5, 6], true, true],
  ["the last page", at("after"), [7], [7], true, false],
  // Going back, rows come against the list's order, and the one too many is the farthest.
  ["a page on the way back", at("before"), [6, 5, 4, 3], [4, 5, 6], true, true],
  ["back at the first page", at("before"), [3, 2, 1], [1, 2, 3], false, true],
] as const)("%s", (_what, request, read, shown, hasPrevious, hasNext) => {
  expect(toPage(request, rows(...read))).toEqual({ rows: shown, hasPrevious, hasNext });
});
