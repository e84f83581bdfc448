import type { TenantCaller } from "@/lib/access/enter-tenant";
import type { Answer } from "@/lib/analytics/answer";
import { AnswerCache } from "@/lib/analytics/answer-cache";
import { type Askable, askDataset } from "@/lib/analytics/ask-dataset";
import type { Cell } from "@/lib/analytics/engine/analytics-engine";
import type { RawChild } from "@/lib/analytics/engine/testing/raw-child";
import { engineHere } from "@/lib/analytics/engine-here";
import { layOut } from "@/lib/analytics/lay-out";
import { type Spec, specSchema } from "@/lib/analytics/spec";
import type { Figure } from "./figure";
import { type BenchQuestion, questions } from "./questions";
import type { Rival } from "./rival";
import { isSameAnswer } from "./same-answer";
import { geometricMean, median } from "./statistics";

const ROUNDS = 12;

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
  const taken = { ours: [] as number[], raw: [] as number[], rival: [] as number[] };
  const lay = (rows: Cell[][]) => layOut(question.spec, dataset.columns, rows);
  const ways: { name: keyof typeof taken; ask: () => Promise<{ answer: Answer; ms: number }> }[] = [
    { name: "ours", ask: () => timed(() => askAnew(caller, dataset, question.spec)) },
    {
      name: "raw",
      async ask() {
        const { rows, ms } = await raw.run(question.byHand);
        return { answer: lay(rows), ms };
      },
    },
    { name: "rival", ask: () => timed(async () => lay(await rival.ask(question.spec))) },
  ];
  for (let round = 0; round <= ROUNDS; round += 1) {
    // Who comes first finds the processor's caches full of what the last one did: all take turns at it.
    const turn = round % ways.length;
    const answers: Answer[] = [];
    for (const { name, ask } of [...ways.slice(turn), ...ways.slice(0, turn)]) {
      const { answer, ms } = await ask();
      answers.push(answer);
      // The first of each opens files and plans.
      if (round > 0) taken[name].push(ms);
    }
    hold(question, answers);
  }
  return { question, ours: median(taken.ours), raw: median(taken.raw), rival: median(taken.rival) };
}

async function timed(work: () => Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const began = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - began };
}

/** Asks as a page does, except that no answer is remembered. */
export async function askAnew(caller: TenantCaller, dataset: Askable, spec: Spec): Promise<Answer> {
  engineHere().cache = new AnswerCache();
  const asked = await askDataset(caller, dataset, specSchema.parse(spec));
  if (!asked.ok) throw new Error(`the question was not answered: ${asked.reason}`);
  return asked.answer;
}

function hold({ name }: BenchQuestion, [first, ...others]: Answer[]): void {
  for (const other of others)
    if (first === undefined || !isSameAnswer(first, other))
      throw new Error(
        `${name}: the answers differ\n${JSON.stringify(first).slice(0, 2_000)}\n${JSON.stringify(other).slice(0, 2_000)}`,
      );
}
