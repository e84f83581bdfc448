import { expect, it } from "vitest";
import { awaitNextSecond } from "./await-next-second";

const wholeSecond = (moment: Date) => Math.floor(moment.getTime() / 1_000);

it("waits for the rest of a moment's second, for nothing once that is over, and never for longer than a second", async () => {
  const moment = new Date();
  await awaitNextSecond(moment);
  const woken = new Date();
  expect(wholeSecond(woken)).toBeGreaterThan(wholeSecond(moment));
  await awaitNextSecond(moment);
  expect(Date.now() - woken.getTime()).toBeLessThan(900);
  await awaitNextSecond(new Date(Date.now() + 3_600_000));
  expect(Date.now() - woken.getTime()).toBeLessThan(4_000);
});
