import type { Spec } from "@/lib/analytics/spec";
import type { Figure } from "./figure";
import { crowd } from "./measure-crowd";
import type { Planted } from "./plant-tenants";
import { median, p95 } from "./statistics";

const ROUNDS = 4;
const SAMPLES = 40;

/**
 * Opens another page of the served portal again and again: while nothing else goes on, and while sixteen questions at once
 * are asked of the same web process as pages, one sixteen after the other.
 */
export async function measurePages(app: string, { tenants, visitor }: Planted): Promise<Figure[]> {
  const other = `${app}/t/${tenants[0]?.slug}/people`;
  const [idle, busy, walls]: [number[], number[], number[]] = [[], [], []];
  let asked = 0;
  await askAll();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let n = 0; n < SAMPLES; n += 1) idle.push(await open(other));
    let isOver = false;
    const asking = (async () => {
      while (!isOver) walls.push(await askAll());
    })();
    for (let n = 0; n < SAMPLES; n += 1) busy.push(await open(other));
    isOver = true;
    await asking;
  }
  return [
    {
      name: "another page while 16 questions are asked / idle, p95",
      value: p95(busy) / p95(idle),
      unit: "x",
      limit: { most: 3 },
    },
    { name: "  idle, median", value: median(idle), unit: "ms" },
    { name: "  idle, p95", value: p95(idle), unit: "ms" },
    { name: "  meanwhile, median", value: median(busy), unit: "ms" },
    { name: "  meanwhile, p95", value: p95(busy), unit: "ms" },
    { name: "  16 pages with their answers, wall", value: median(walls), unit: "ms" },
  ];

  /** Each time other days, so that no answer is remembered. */
  async function askAll(): Promise<number> {
    asked += 1;
    const from = new Date(Date.UTC(2023, 0, 1 + asked)).toISOString().slice(0, 10);
    const began = performance.now();
    await Promise.all(
      crowd().map(async (spec, n) => {
        const { slug, datasetId } = tenants[n % tenants.length] ?? { slug: "", datasetId: "" };
        const page = await visitor.open(`${app}/t/${slug}/analytics/${datasetId}?${addressOf(spec, from)}`);
        if (page.status !== 200 || !page.html.includes("Export CSV"))
          throw new Error(`a question's page was answered ${page.status} without an answer`);
      }),
    );
    return performance.now() - began;
  }

  async function open(url: string): Promise<number> {
    const began = performance.now();
    const page = await visitor.open(url);
    if (page.status !== 200 || page.url.href !== url) throw new Error(`${url} was answered ${page.status}`);
    return performance.now() - began;
  }
}

/** A question as the form sends it, of the rows from a day on. */
function addressOf({ measures, time, breakdown, filters }: Spec, from: string): string {
  const words = new URLSearchParams({ ask: "1", t: time?.column ?? "c1", from });
  for (const measure of measures) {
    words.append("mf", measure.fn);
    words.append("mc", measure.fn === "count" ? "" : measure.column);
  }
  if (time?.grain) words.set("grain", time.grain);
  if (breakdown !== null) {
    words.set("by", breakdown.column);
    words.set("top", String(breakdown.top));
    if (breakdown.other) words.set("other", "1");
  }
  for (const { column, op, values } of filters) {
    words.append("fc", column);
    words.append("fo", op);
    words.append("fv", values.join(", "));
  }
  return words.toString();
}
