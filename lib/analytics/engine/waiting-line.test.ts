import { expect, it } from "vitest";
import { WaitingLine } from "./waiting-line";

const line = () => new WaitingLine<number>({ running: 2, waiting: 3 });

it("owners take turns, each in its own order", () => {
  const waiting = line();
  for (const item of [1, 2, 3]) waiting.join("loud", item);
  waiting.join("quiet", 9);
  const order = [waiting.next(), waiting.next()].map((taken) => taken?.item);
  expect(order).toEqual([1, 9]);
  expect(waiting.next()?.item).toBe(2);
});

it("one owner runs no more than its share, and gets on when one is done", () => {
  const waiting = line();
  for (const item of [1, 2, 3]) waiting.join("loud", item);
  expect([waiting.next()?.item, waiting.next()?.item, waiting.next()]).toEqual([1, 2, null]);
  waiting.done("loud");
  expect(waiting.next()?.item).toBe(3);
});

it("a full line takes nothing, and others still get in", () => {
  const waiting = line();
  expect([1, 2, 3, 4].map((item) => waiting.join("loud", item))).toEqual([true, true, true, false]);
  expect(waiting.join("quiet", 1)).toBe(true);
});

it("whoever leaves is not called any more", () => {
  const waiting = line();
  waiting.join("loud", 1);
  waiting.join("loud", 2);
  expect(waiting.leave("loud", 1)).toBe(true);
  expect(waiting.leave("loud", 1)).toBe(false);
  expect(waiting.next()?.item).toBe(2);
});
