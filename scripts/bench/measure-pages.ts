import type { Spec } from "@/lib/analytics/spec";
import type { Figure } from "./figure";
import { AT_ONCE, crowd } from "./measure-crowd";
import type { Planted } from "./plant-tenants";
import { median, p95 } from "./statistics";

const ROUNDS = 3;
const SAMPLES = 20;

/** Something that the web is asked sixteen times at once; `n` tells them apart. */
type Load = { name: string; limit?: { most: number }; path: (n: number) => string; proof: string };

/**
 * Opens another page of the served portal again and again: while nothing else goes on, and while sixteen questions at
 * once are asked of the same web process, one sixteen after the other. Drawing sixteen pages takes the web's one thread by
 * itself, whoever finds the answers; so the limit is held against answers as files, and pages are told beside it.
 */
export async function measurePages(app: string, { tenants, visitor }: Planted): Promise<Figure[]> {
  const [first] = tenants;
  if (first === undefined) throw new Error("no tenant was planted");
  const other = `/t/${first.slug}/people`;
  let day = 0;
  const question = (n: number, part: "" | "/export") => {
    const { slug, datasetId } = tenants[n % tenants.length] ?? first;
    return `/t/${slug}/analytics/${datasetId}${part}?${addressOf(crowd()[n], day)}`;
  };
  const loads: Load[] = [
    {
      name: "16 questions are asked",
      limit: { most: 3 },
      path: (n) => question(n, "/export"),
      proof: "\r\n",
    },
    { name: "16 questions are asked and drawn", path: (n) => question(n, ""), proof: "Export CSV" },
    { name: "16 of that page are opened", path: () => other, proof: "Ada Bench" },
  ];
  const taken = loads.map(() => ({ busy: [] as number[], walls: [] as number[] }));
  const idle: number[] = [];
  for (const load of loads) await askAll(load);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place, load] of loads.entries()) {
      idle.push(...(await openOther()));
      const { busy = [], walls = [] } = taken[place] ?? {};
      let isOver = false;
      const asking = (async () => {
        while (!isOver) walls.push(await askAll(load));
      })();
      busy.push(...(await openOther()));
      isOver = true;
      await asking;
    }
  }
  return [
    ...loads.flatMap(({ name, limit }, place): Figure[] => {
      const { busy = [], walls = [] } = taken[place] ?? {};
      return [
        {
          name: `another page while ${name} / idle, p95`,
          value: p95(busy) / p95(idle),
          unit: "x",
          ...(limit ? { limit } : {}),
        },
        { name: "  the page, median", value: median(busy), unit: "ms" },
        { name: "  the page, p95", value: p95(busy), unit: "ms" },
        { name: "  the 16, wall", value: median(walls), unit: "ms" },
      ];
    }),
    { name: "  the page while nothing else goes on, median", value: median(idle), unit: "ms" },
    { name: "  the page while nothing else goes on, p95", value: p95(idle), unit: "ms" },
  ];

  /** Each time of other days, so that no answer is remembered. */
  async function askAll({ path, proof }: Load): Promise<number> {
    day += 1;
    const began = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => open(path(n), proof)));
    return performance.now() - began;
  }

  async function openOther(): Promise<number[]> {
    const times: number[] = [];
    for (let n = 0; n < SAMPLES; n += 1) times.push(await open(other, "Ada Bench"));
    return times;
  }

  async function open(path: string, proof: string): Promise<number> {
    const began = performance.now();
    const page = await visitor.open(app + path);
    const ms = performance.now() - began;
    if (page.status !== 200 || !page.html.includes(proof))
      throw new Error(`${path} was answered ${page.status}, or without what it is for`);
    return ms;
  }
}

/** A question as the form sends it, of the rows from a day on. */
function addressOf(spec: Spec | undefined, day: number): string {
  if (spec === undefined) throw new Error("there are fewer questions than are asked at once");
  const { measures, time, breakdown, filters } = spec;
  const from = new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
  const words = new URLSearchParams({ ask: "1", t: "c1", from });
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
