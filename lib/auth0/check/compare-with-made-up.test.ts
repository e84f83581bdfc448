import { expect, it } from "vitest";
import { compareWithMadeUp, type Verdict } from "./compare-with-made-up";

const compare = (real: Verdict, madeUp: Verdict) =>
  compareWithMadeUp({
    real: "real",
    madeUp: "made up",
    ask: async (value) => (value === "real" ? real : madeUp),
    rightDetail: "taken",
    wrongDetail: "refused",
    mend: "mend it so",
  });

it("is right only where the real value is taken and a made-up one is refused", async () => {
  expect(await compare("taken", "refused")).toEqual({ is: "right", detail: "taken" });
  expect(await compare("refused", "refused")).toEqual({ is: "wrong", detail: "refused", mend: "mend it so" });
  expect(await compare({ fault: "known", mend: "other" }, "refused")).toEqual({
    is: "wrong",
    detail: "known",
    mend: "other",
  });
});

it("does not guess where a tenant takes everything, or says something unheard of", async () => {
  expect(await compare("taken", "taken")).toMatchObject({ is: "unknown" });
  expect(await compare("taken", { words: "500" })).toMatchObject({ is: "unknown" });
  expect(await compare({ words: "503" }, "refused")).toMatchObject({
    is: "unknown",
    detail: "the tenant answered 503",
  });
});
