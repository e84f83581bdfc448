import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { askDataset, openDataset } from "../ask-dataset";
import { engineHere } from "../engine-here";
import { keepChart } from "../keep-chart";
import type { Spec } from "../spec";
import { bringIn } from "../testing/bring-in";
import { clearFiles } from "./clear-files";
import { openVersion } from "./open-version";
import { switchToVersion } from "./switch-version";

const job = mintPlatformScope({ kind: "job", name: "import-version" });
const database = openPortal();
let acme: PlantedTenant;
beforeAll(async () => {
  acme = await plantTenant(database.sql, 10);
});
afterAll(async () => {
  engineHere().engine.close();
});

const count: Spec = { measures: [{ fn: "count" }], time: null, breakdown: null, filters: [] };

function keep(datasetId: string, title: string, spec: Partial<Spec>) {
  const drawn = { spec: { ...count, ...spec }, view: "auto" };
  return keepChart(acme.admin, { id: randomUUID(), datasetId, title, drawn });
}

async function askedVersion(datasetId: string): Promise<number> {
  const [row] = await database.sql`
    select v.n from datasets d join dataset_versions v on v.id = d.current_version_id where d.id = ${datasetId}`;
  return row?.n;
}

const changedIn = async (at: { datasetId: string; versionId: string }) =>
  (await openVersion(acme.admin, at.datasetId, at.versionId))?.changed.map(
    ({ name, was, becomes, charts }) => [name, was, becomes, charts.map(({ title }) => title)],
  );

it("a version in which a column is missing or holds another kind always waits, and names the columns and the charts they would break", async () => {
  const { datasetId, versionId: replaced } = await bringIn(
    job,
    acme.admin,
    "name,amount,note,day\nx,1,hi,2024-01-01\n",
  );
  await keep(datasetId, "Sum of amounts", { measures: [{ fn: "sum", column: "c1" }] });
  await keep(datasetId, "Amounts by day", {
    measures: [{ fn: "sum", column: "c1" }],
    time: { column: "c3", grain: "day", from: null, to: null },
  });
  await keep(datasetId, "Rows", {});
  const next = await bringIn(job, acme.admin, "name,amount,day\nx,many,nowhere\n", { datasetId });
  expect(await changedIn(next)).toEqual([
    ["amount", "integer", "text", ["Amounts by day", "Sum of amounts"]],
    ["note", "text", null, []],
    ["day", "date", "text", ["Amounts by day"]],
  ]);
  expect(await askedVersion(datasetId)).toBe(1);
  expect(await switchToVersion(acme.admin, next.versionId, replaced)).toEqual({ ok: true });
  expect(await askedVersion(datasetId)).toBe(2);
  expect(await changedIn(next)).toEqual([]);
});

it("a column that no chart asks is missed all the same", async () => {
  const { datasetId } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const next = await bringIn(job, acme.admin, "a\nx\n", { datasetId });
  expect(await changedIn(next)).toEqual([["b", "integer", null, []]]);
  expect(await askedVersion(datasetId)).toBe(1);
});

it("a version that keeps all columns, wherever they stand, and adds others takes the place by itself", async () => {
  const { datasetId } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const next = await bringIn(job, acme.admin, "new,B,a\n2.5,2,y\n", { datasetId });
  expect(await askedVersion(datasetId)).toBe(2);
  expect(await changedIn(next)).toEqual([]);
});

it("until it is told to, a version that waits is not asked, and a kept chart goes on with the one before", async () => {
  const { datasetId, versionId: replaced } = await bringIn(job, acme.admin, "name,amount\nx,1\n");
  const sum: Spec = { ...count, measures: [{ fn: "sum", column: "c1" }] };
  const next = await bringIn(job, acme.admin, "name\nx\ny\n", { datasetId });
  const answer = async (spec: Spec) => {
    const dataset = await openDataset(acme.admin, datasetId);
    const asked = dataset === null ? null : await askDataset(acme.admin, dataset, spec);
    return asked?.ok ? asked.answer.values[0]?.[0]?.[0] : asked?.reason;
  };
  expect(await answer(sum)).toBe("1");
  await switchToVersion(acme.admin, next.versionId, replaced);
  expect([await answer(count), await answer(sum)]).toEqual(["2", "bad-question"]);
});

it("an older version has nothing to say, and does not come back", async () => {
  const first = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const { datasetId } = first;
  const waits = await bringIn(job, acme.admin, "a\nx\n", { datasetId });
  const third = await bringIn(job, acme.admin, "a,b,c\nx,1,2\n", { datasetId });
  expect(await askedVersion(datasetId)).toBe(3);
  for (const old of [first, waits]) {
    expect(await changedIn(old)).toEqual([]);
    await switchToVersion(acme.admin, old.versionId, third.versionId);
  }
  expect(await askedVersion(datasetId)).toBe(3);
});

it("a version whose files were cleared away while it waited can't be used any more", async () => {
  const { datasetId, versionId: replaced } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const waits = await bringIn(job, acme.admin, "a\nx\n", { datasetId });
  for (let n = 0; n < 3; n += 1) await bringIn(job, acme.admin, "a\nx\n", { datasetId });
  await clearFiles(job);
  expect(await switchToVersion(acme.admin, waits.versionId, replaced)).toEqual({
    ok: false,
    reason: "not-ready",
  });
  expect(await changedIn(waits)).toEqual([]);
  expect(await askedVersion(datasetId)).toBe(1);
});

it("what was not said of a version that took the place meanwhile is not said of it: the admin looks again", async () => {
  const { datasetId, versionId: seen } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const waits = await bringIn(job, acme.admin, "a\nx\n", { datasetId });
  const between = await bringIn(job, acme.admin, "a,b,new\nx,1,2\n", { datasetId });
  const last = await bringIn(job, acme.admin, "a\nx\n", { datasetId });
  expect(await askedVersion(datasetId)).toBe(3);
  const again = { ok: false, reason: "changed-meanwhile" };
  for (const { versionId } of [waits, last])
    expect(await switchToVersion(acme.admin, versionId, seen)).toEqual(again);
  expect(await askedVersion(datasetId)).toBe(3);
  expect(await switchToVersion(acme.admin, last.versionId, between.versionId)).toEqual({ ok: true });
  expect(await askedVersion(datasetId)).toBe(4);
});
