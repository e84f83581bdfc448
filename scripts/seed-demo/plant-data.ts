import { setTimeout as sleep } from "node:timers/promises";
import { changeDashboard } from "@/lib/analytics/change-dashboard";
import { createDashboard } from "@/lib/analytics/create-dashboard";
import { addSample } from "@/lib/analytics/datasets/add-sample";
import { listOwnDatasets } from "@/lib/analytics/datasets/list-datasets";
import type { DrawnSpec } from "@/lib/analytics/drawn-spec";
import { keepChart } from "@/lib/analytics/keep-chart";
import { openDashboard } from "@/lib/analytics/open-dashboard";
import { callerOf } from "./caller-of";

const PATIENCE_MS = 60_000;
const dashboardId = "5eed0000-0000-4000-8000-00000000d001";

const month = { column: "c2", grain: "month", from: null, to: null } as const;
const none = { breakdown: null, filters: [] };
const charts: { id: string; title: string; width: 1 | 2; drawn: DrawnSpec }[] = [
  {
    id: "5eed0000-0000-4000-8000-00000000c001",
    title: "Revenue by month and category",
    width: 2,
    drawn: {
      view: "auto",
      spec: {
        measures: [{ fn: "sum", column: "c8" }],
        time: month,
        breakdown: { column: "c6", top: 4, other: true },
        filters: [],
      },
    },
  },
  {
    id: "5eed0000-0000-4000-8000-00000000c002",
    title: "Orders by country",
    width: 1,
    drawn: {
      view: "auto",
      spec: {
        measures: [{ fn: "count" }],
        time: null,
        breakdown: { column: "c4", top: 10, other: true },
        filters: [],
      },
    },
  },
  {
    id: "5eed0000-0000-4000-8000-00000000c003",
    title: "Customers by month",
    width: 1,
    drawn: {
      view: "auto",
      spec: { measures: [{ fn: "count_distinct", column: "c3" }], time: month, ...none },
    },
  },
];

/** Brings sample orders in for a tenant, with charts of them on a dashboard. Done before, it does nothing. */
export async function plantData(slug: string): Promise<void> {
  const caller = await callerOf(slug);
  if ((await openDashboard(caller, dashboardId)) !== null) return;
  const added = await addSample(caller);
  if (!added.ok && added.reason !== "name-taken") throw new Error(`the sample was refused: ${added.reason}`);
  const datasetId = await awaitSample(slug);
  for (const { id, title, drawn } of charts) {
    const kept = await keepChart(caller, { id, datasetId, title, drawn });
    if (!kept.ok) throw new Error(`${title} was not kept: ${kept.reason}`);
  }
  await createDashboard(caller, dashboardId, "Sales at a glance");
  const tiles = charts.map(({ id, width }) => ({ chartId: id, width }));
  const laid = { id: dashboardId, revision: 1, title: "Sales at a glance", filters: {}, tiles };
  const changed = await changeDashboard(caller, laid);
  if (!changed.ok) throw new Error(`the dashboard was not laid out: ${changed.reason}`);
}

async function awaitSample(slug: string): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const { datasets } = await listOwnDatasets(await callerOf(slug), { cursor: null, limit: 50 });
    const sample = datasets.rows.find(({ dataset, current }) => dataset.isSample && current !== null);
    if (sample !== undefined) return sample.dataset.id;
    await sleep(300);
  }
  throw new Error(`the sample was not imported within ${PATIENCE_MS / 1_000} s`);
}
