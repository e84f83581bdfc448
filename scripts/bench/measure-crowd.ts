import type { TenantCaller } from "@/lib/access/enter-tenant";
import type { Askable } from "@/lib/analytics/ask-dataset";
import type { Spec } from "@/lib/analytics/spec";
import type { Figure } from "./figure";
import { askAnew } from "./measure-questions";
import { questions } from "./questions";
import type { Rival } from "./rival";
import { median } from "./statistics";

export const AT_ONCE = 16;
const ROUNDS = 5;

/** The questions that come at once: every kind, from owners in turn. */
export function crowd(): Spec[] {
  return Array.from({ length: AT_ONCE }, (_, n) => questions[n % questions.length]?.spec).filter(
    (spec) => spec !== undefined,
  );
}

/** Asks the same 16 questions at once, of the engine for eight tenants and of PostgreSQL, in turns. */
export async function measureCrowd(
  places: readonly { caller: TenantCaller; dataset: Askable }[],
  rival: Rival,
): Promise<Figure[]> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    await Promise.all(
      crowd().map((spec, n) => {
        const place = places[n % places.length];
        if (place === undefined) throw new Error("there is no tenant to ask for");
        return askAnew(place.caller, place.dataset, spec);
      }),
    );
    const between = performance.now();
    await Promise.all(crowd().map((spec) => rival.ask(spec)));
    if (round === 0) continue;
    ours.push(between - began);
    theirs.push(performance.now() - between);
  }
  const ratio = median(ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN)));
  return [
    {
      name: "16 questions at once / PostgreSQL's 2 connections",
      value: ratio,
      unit: "x",
      limit: { most: 0.25 },
    },
    { name: "  engine, wall", value: median(ours), unit: "ms" },
    { name: "  PostgreSQL, wall", value: median(theirs), unit: "ms" },
  ];
}
