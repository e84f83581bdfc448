import { type Finding, right, unknown, wrong } from "./finding";

/** `taken` and `refused` are what the probe looks for; a `fault` is known by name, anything else told in words. */
export type Verdict = "taken" | "refused" | { fault: string; mend: string } | { words: string };

/**
 * Judges a setting that can only be tried out: the tenant must take the real value and refuse a made-up one. If it
 * answers both alike the probe is blind on this tenant, and guessing is worse than saying so.
 */
export async function compareWithMadeUp<Value>(probe: {
  real: Value;
  madeUp: Value;
  ask(value: Value): Promise<Verdict>;
  rightDetail: string;
  wrongDetail: string;
  mend: string;
}): Promise<Finding> {
  const real = await probe.ask(probe.real);
  if (real === "refused") return wrong(probe.wrongDetail, probe.mend);
  if (real !== "taken" && "fault" in real) return wrong(real.fault, real.mend);
  if (real !== "taken") return unknown(`the tenant answered ${real.words}`, probe.mend);
  const madeUp = await probe.ask(probe.madeUp);
  if (madeUp === "refused") return right(probe.rightDetail);
  return unknown("the tenant answers a made-up value in the same way", probe.mend);
}
