import { expect, it } from "vitest";
import { comeBack } from "./come-back";

it("no turn is no trouble: the job comes back when it was told to, and its tries are not counted", () => {
  expect(comeBack({ reason: "busy", retryAfterMs: 700 })).toEqual({ ok: true, againAfterMs: 700 });
});

it("trouble counts as a try", () => {
  expect(comeBack({ reason: "unreachable" })).toMatchObject({ ok: false, retry: true });
});
