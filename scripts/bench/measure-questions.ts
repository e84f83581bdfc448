import type { TenantCaller } from "@/lib/access/enter-tenant";
import type { Answer } from "@/lib/analytics/answer";
import { AnswerCache } from "@/lib/analytics/answer-cache";
import { type Askable, askDataset } from "@/lib/analytics/ask-dataset";
import type { RawChild } from "@/lib/analytics/engine/testing/raw-child";
import { engineHere } from "@/lib/analytics/engine-here";
import { layOut } from "@/lib/analytics/lay-out";
import { type Spec, specSchema } from "@/lib/analytics/spec";
import type { Figure } from "./figure";
import { type BenchQuestion, questions } from "./questions";
import type { Rival } from "./rival";
import { isSameAnswer } from "./same-answer";
import { geometricMean, median } from "./statistics";

const ROUNDS = 11;

/** Who is asked, three ways: the portal's verb, the library by itself, and PostgreSQL. */
export type Asked = { caller: TenantCaller; dataset: Askable; raw: RawChild; rival: Rival };

type Times = { question: BenchQuestion; ours: number; raw: number; rival: number };

/** Asks every question all three ways in turns, and holds the answers against each other in every round. */
export async function measureQuestions(asked: Asked): Promise<Figure[]> {
  const times: Times[] = [];
  for (const question of questions) times.push(await timesOf(question, asked));
  const ratios = times.map(({ ours, raw }) => ours / raw);
  return [
    { name: "app path / raw engine, median", value: median(ratios), unit: "x", limit: { most: 1.5 } },
    ...times.map(({ question, ours, raw }) => ({
      name: `  ${question.name} (${ours.toFixed(1)} / ${raw.toFixed(1)} ms)`,
      value: ours / raw,
      unit: "x",
      limit: { most: 2 },
    })),
    {
      name: "PostgreSQL / app path, geometric mean",
      value: geometricMean(times.map(({ ours, rival }) => rival / ours)),
      unit: "x",
      limit: { least: 5 },
    },
    ...times.map(({ question, ours, rival }) => ({
      name: `  ${question.name} (${rival.toFixed(0)} ms)`,
      value: rival / ours,
      unit: "x",
    })),
  ];
}

async function timesOf(question: BenchQuestion, { caller, dataset, raw, rival }: Asked): Promise<Times> {
  const [ours, byHand, theirs]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    const answer = await askAnew(caller, dataset, question.spec);
    const between = performance.now();
    const handmade = await raw.run(question.byHand);
    const before = performance.now();
    const truth = await rival.ask(question.spec);
    const after = performance.now();
    hold(question, "by hand", answer, layOut(question.spec, dataset.columns, handmade.rows));
    hold(question, "PostgreSQL", answer, layOut(question.spec, dataset.columns, truth));
    // The first of each opens files and plans.
    if (round === 0) continue;
    ours.push(between - began);
    byHand.push(handmade.ms);
    theirs.push(after - before);
  }
  return { question, ours: median(ours), raw: median(byHand), rival: median(theirs) };
}

/** Asks as a page does, except that no answer is remembered. */
export async function askAnew(caller: TenantCaller, dataset: Askable, spec: Spec): Promise<Answer> {
  engineHere().cache = new AnswerCache();
  const asked = await askDataset(caller, dataset, specSchema.parse(spec));
  if (!asked.ok) throw new Error(`the question was not answered: ${asked.reason}`);
  return asked.answer;
}

function hold({ name }: BenchQuestion, other: string, ours: Answer, theirs: Answer): void {
  if (!isSameAnswer(ours, theirs))
    throw new Error(
      `${name}: ${other} says otherwise\n${JSON.stringify(ours).slice(0, 2_000)}\n${JSON.stringify(theirs).slice(0, 2_000)}`,
    );
}
