import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { createDashboard } from "./create-dashboard";
import { deleteDataset } from "./datasets/change-dataset";
import { engineHere } from "./engine-here";
import { keepChart } from "./keep-chart";
import { listKeptCharts, listKeptDashboards } from "./list-kept";
import { openOverview } from "./open-overview";
import { putOnDashboard } from "./put-on-dashboard";
import { bringIn } from "./testing/bring-in";

const job = mintPlatformScope({ kind: "job", name: "import-version" });
const database = openPortal();
let acme: PlantedTenant;
beforeEach(async () => {
  acme = await plantTenant(database.sql, 10);
});
afterAll(() => engineHere().engine.close());

const drawn = {
  spec: { measures: [{ fn: "count" }], time: null, breakdown: null, filters: [] },
  view: "auto",
};

async function bringInData(): Promise<string> {
  return (await bringIn(job, acme.admin, "name,amount\nx,1\n")).datasetId;
}

async function keep(datasetId: string, title: string): Promise<string> {
  const id = randomUUID();
  await keepChart(acme.admin, { id, datasetId, title, drawn });
  return id;
}

async function lay(title: string, charts: readonly string[]): Promise<void> {
  const id = randomUUID();
  await createDashboard(acme.admin, id, title);
  for (const chart of charts) await putOnDashboard(acme.admin, chart, id);
}

async function shown() {
  const { dashboard, tiles } = await openOverview(acme.admin);
  return { on: dashboard?.title ?? null, charts: tiles.map(({ chart }) => chart.title) };
}

it("the landing draws at most the first four charts of the dashboard that was changed last", async () => {
  const datasetId = await bringInData();
  const charts = [];
  for (const n of [1, 2, 3, 4, 5]) charts.push(await keep(datasetId, `Chart ${n}`));
  await lay("Old", charts.slice(4));
  await lay("New", charts);
  await lay("Empty", []);
  expect(await shown()).toEqual({ on: "New", charts: ["Chart 1", "Chart 2", "Chart 3", "Chart 4"] });
});

it("without a dashboard the landing draws the charts kept last, and nothing where there are none", async () => {
  expect(await shown()).toEqual({ on: null, charts: [] });
  const datasetId = await bringInData();
  for (const n of [1, 2]) await keep(datasetId, `Chart ${n}`);
  const { on, charts } = await shown();
  expect([on, charts.sort()]).toEqual([null, ["Chart 1", "Chart 2"]]);
});

it("a dashboard whose data was removed is not drawn on the landing, and its charts say when that was", async () => {
  const [gone, kept] = [await bringInData(), await bringInData()];
  await lay("Whole", [await keep(kept, "Whole chart")]);
  const chart = await keep(gone, "Lost chart");
  await lay("Lost", [chart]);
  expect(await shown()).toEqual({ on: "Lost", charts: ["Lost chart"] });
  expect(await deleteDataset(acme.admin, gone)).toEqual({ ok: true, hadData: true });
  expect(await shown()).toEqual({ on: "Whole", charts: ["Whole chart"] });
  const { rows } = await listKeptCharts(acme.admin, { cursor: null, limit: 9 });
  expect(rows.map(({ chart: { title }, dataDeletedAt }) => [title, dataDeletedAt !== null]).sort()).toEqual([
    ["Lost chart", true],
    ["Whole chart", false],
  ]);
});

it("a chart and a dashboard with it rest on the sample exactly when its dataset does", async () => {
  const [sample, own] = [await bringInData(), await bringInData()];
  await database.sql`update datasets set is_sample = true where id = ${sample}`;
  const charts = [await keep(own, "Own"), await keep(sample, "Made up")];
  await lay("Both", charts);
  await lay("Only own", charts.slice(0, 1));
  const kept = await listKeptCharts(acme.admin, { cursor: null, limit: 9 });
  expect(Object.fromEntries(kept.rows.map(({ chart, isSample }) => [chart.title, isSample]))).toEqual({
    Own: false,
    "Made up": true,
  });
  const laid = await listKeptDashboards(acme.admin, { cursor: null, limit: 9 });
  expect(
    Object.fromEntries(laid.rows.map(({ dashboard, hasSample }) => [dashboard.title, hasSample])),
  ).toEqual({
    Both: true,
    "Only own": false,
  });
});
