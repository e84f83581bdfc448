import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { changeChart } from "../change-chart";
import { changeDashboard } from "../change-dashboard";
import { createDashboard } from "../create-dashboard";
import { keepChart } from "../keep-chart";
import { announce, asProposed, bringIn, proposalOf, send, sent } from "../testing/bring-in";
import { addSample } from "./add-sample";
import { nameDataset } from "./change-dataset";
import { checkUpload } from "./check-upload";
import { clearFiles } from "./clear-files";
import { decideEncoding, decideImport } from "./decide-import";
import { importVersion } from "./import-version";
import { receiveUpload } from "./receive-upload";
import { switchToVersion } from "./switch-version";

const job = mintPlatformScope({ kind: "job", name: "import-version" });
const database = openPortal();
let acme: PlantedTenant;
beforeAll(async () => {
  acme = await plantTenant(database.sql, 10);
});

/** What the log says of a dataset, chart or dashboard, in order: who, what, and the facts. */
async function logOf(subject: string) {
  const rows = await database.sql`
    select verb, source, facts from audit where subject = ${subject} order by id`;
  return [...rows].map(({ verb, source, facts }) => [source, verb, facts]);
}

const drawn = {
  spec: { measures: [{ fn: "count" as const }], time: null, breakdown: null, filters: [] },
  view: "auto" as const,
};

it("each step of a file on its way in has its line, by whoever took it", async () => {
  const content = "day,amount\n2024-01-01,1.50\n2024-01-02,2.25\n";
  const { datasetId } = await bringIn(job, acme.admin, content);
  const bytes = content.length;
  expect(await logOf(datasetId)).toEqual([
    ["person", "dataset.announced", { version: 1, bytes }],
    ["person", "dataset.uploaded", { version: 1, bytes }],
    ["job", "dataset.checked", { version: 1, asks: "columns" }],
    ["person", "dataset.decided", { version: 1 }],
    ["job", "dataset.imported", { version: 1, rows: 2, leftOut: 0 }],
    ["job", "dataset.switched", { before: null, after: 1 }],
  ]);
});

it("steps that are taken twice have one line", async () => {
  const content = "a,b\nx,1\n";
  const at = await announce(acme.admin, content);
  const receive = () => receiveUpload(acme.admin, at.versionId, sent(content));
  await Promise.all([receive(), receive()]);
  await Promise.all([checkUpload(job, at), checkUpload(job, at)]);
  const options = asProposed(await proposalOf(acme.admin, at));
  const decide = () => decideImport(acme.admin, at.versionId, options);
  await Promise.all([decide(), decide()]);
  await importVersion(job, at);
  await importVersion(job, at);
  expect((await logOf(at.datasetId)).map(([, verb]) => verb)).toEqual([
    "dataset.announced",
    "dataset.uploaded",
    "dataset.checked",
    "dataset.decided",
    "dataset.imported",
    "dataset.switched",
  ]);
});

it("the sample's look and import are one step, since nobody is asked", async () => {
  const own = await plantTenant(database.sql, 5, "Sampled");
  const added = await addSample(own.admin);
  if (!added.ok) throw new Error(added.reason);
  await checkUpload(job, { tenantId: own.id, versionId: added.versionId });
  expect((await logOf(added.datasetId)).slice(2)).toEqual([
    ["job", "dataset.checked", { version: 1, asks: null }],
  ]);
  const [version] = await database.sql`select status from dataset_versions where id = ${added.versionId}`;
  expect(version?.status).toBe("importing");
});

it("a file that a person brings in for the sample is asked about like any other", async () => {
  const own = await plantTenant(database.sql, 5, "Replaced");
  const added = await addSample(own.admin);
  if (!added.ok) throw new Error(added.reason);
  const at = await send(job, own.admin, "a,b\nx,1\n", added.datasetId);
  expect((await proposalOf(own.admin, at)).columns).toHaveLength(2);
});

it("a chosen encoding, and the look that follows it, have their lines", async () => {
  const at = await send(job, acme.admin, Buffer.from("a,b\nZo\xeb,1\n", "latin1"));
  expect(await decideEncoding(acme.admin, at.versionId, "windows-1252")).toEqual({ ok: true });
  await checkUpload(job, at);
  expect((await logOf(at.datasetId)).slice(2)).toEqual([
    ["job", "dataset.checked", { version: 1, asks: "encoding" }],
    ["person", "dataset.encoding-chosen", { version: 1, encoding: "windows-1252" }],
    ["job", "dataset.checked", { version: 1, asks: "columns" }],
  ]);
});

it("an import that waits for a word says in how many rows, and nothing of what a file holds is in the log", async () => {
  const own = await plantTenant(database.sql, 5, "Secretive");
  const content = "secretcolumn,b\n1,1\nsecretvalue,2\n";
  const at = await send(job, own.admin, content);
  const proposed = asProposed(await proposalOf(own.admin, at));
  const column = { kind: "integer" as const, scale: 0, onBad: "ask" as const };
  const decide = (onBad: "ask" | "leave-out") =>
    decideImport(own.admin, at.versionId, { ...proposed, columns: [{ ...column, onBad }, column] });
  await decide("ask");
  await importVersion(job, at);
  await decide("leave-out");
  await importVersion(job, at);
  expect((await logOf(at.datasetId)).slice(4)).toEqual([
    ["job", "dataset.import-waits", { version: 1, rows: 1 }],
    ["person", "dataset.decided", { version: 1 }],
    ["job", "dataset.imported", { version: 1, rows: 1, leftOut: 1 }],
    ["job", "dataset.switched", { before: null, after: 1 }],
  ]);
  const bad = await send(job, own.admin, "secretcolumn,SecretColumn\n1,2\n");
  expect((await logOf(bad.datasetId)).at(-1)).toEqual([
    "job",
    "dataset.refused",
    { version: 1, code: "header_duplicate" },
  ]);
  const log = await database.sql`select verb, facts, actor from audit where tenant_id = ${own.id}`;
  expect(log.length).toBeGreaterThan(10);
  expect(JSON.stringify(log)).not.toMatch(/secret|Data |data\.csv/i);
});

it("a new version takes the place of the one before by itself or by a person, and each has its line", async () => {
  const { datasetId } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const { versionId: second } = await bringIn(job, acme.admin, "a,b,c\nx,1,2\n", { datasetId });
  const third = await bringIn(job, acme.admin, "a\nx\n", { datasetId });
  for (let turn = 0; turn < 2; turn += 1)
    expect(await switchToVersion(acme.admin, third.versionId, second)).toEqual({ ok: true });
  const switches = (await logOf(datasetId)).filter(([, verb]) => verb === "dataset.switched");
  expect(switches).toEqual([
    ["job", "dataset.switched", { before: null, after: 1 }],
    ["job", "dataset.switched", { before: 1, after: 2 }],
    ["person", "dataset.switched", { before: 2, after: 3 }],
  ]);
});

it("a version that is given up and one whose files are cleared away have their lines, once", async () => {
  const never = await announce(acme.admin, "a,b\nx,1\n");
  await database.sql`update dataset_versions set created_at = now() - interval '25 hours' where id = ${never.versionId}`;
  const { datasetId } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  await send(job, acme.admin, "a,b\ny,1\n", datasetId);
  for (let n = 3; n < 6; n += 1) await bringIn(job, acme.admin, "a,b\nz,1\n", { datasetId });
  await Promise.all([clearFiles(job), clearFiles(job)]);
  await clearFiles(job);
  expect((await logOf(never.datasetId)).slice(1)).toEqual([
    ["job", "dataset.refused", { version: 1, code: "upload_missing" }],
    ["job", "dataset.cleared", { version: 1, bytes: null }],
  ]);
  const given = (await logOf(datasetId)).filter(([, verb]) => /refused|cleared/.test(String(verb)));
  const bySort = given.map((line) => JSON.stringify(line)).sort();
  const stored = await database.sql`
    select stored_bytes::float8 as bytes from dataset_versions where dataset_id = ${datasetId} and n = 1`;
  expect(bySort).toEqual(
    [
      ["job", "dataset.cleared", { bytes: stored[0]?.bytes, version: 1 }],
      ["job", "dataset.cleared", { bytes: null, version: 2 }],
      ["job", "dataset.refused", { code: "superseded", version: 2 }],
    ].map((line) => JSON.stringify(line)),
  );
});

it("a dataset, a chart and a dashboard that are renamed say what they were called before", async () => {
  const own = await plantTenant(database.sql, 5, "Renamed");
  const { datasetId } = await bringIn(job, own.admin, "a,b\nx,1\n");
  const [{ name: before } = {}] = await database.sql`select name from datasets where id = ${datasetId}`;
  const after = `Sales ${randomUUID().slice(0, 8)}`;
  expect(await nameDataset(own.admin, datasetId, after)).toEqual({ ok: true });
  expect(await nameDataset(own.admin, datasetId, after)).toEqual({ ok: true });
  const renames = (await logOf(datasetId)).filter(([, verb]) => verb === "dataset.renamed");
  expect(renames).toEqual([["person", "dataset.renamed", { before, after }]]);

  const [chartId, dashboardId] = [randomUUID(), randomUUID()];
  await keepChart(own.admin, { id: chartId, datasetId, title: "Old chart", drawn });
  await changeChart(own.admin, { id: chartId, revision: 1, title: "New chart", drawn: null });
  await changeChart(own.admin, { id: chartId, revision: 2, title: "New chart", drawn });
  await changeChart(own.admin, { id: chartId, revision: 2, title: "Too late", drawn: null });
  expect((await logOf(chartId)).slice(1)).toEqual([
    ["person", "chart.changed", { before: "Old chart", after: "New chart", question: false }],
    ["person", "chart.changed", { before: "New chart", after: "New chart", question: true }],
  ]);

  await createDashboard(own.admin, dashboardId, "Old board");
  const tiles = [{ chartId, width: 1 }];
  await changeDashboard(own.admin, { id: dashboardId, revision: 1, title: "New board", filters: {}, tiles });
  expect((await logOf(dashboardId)).slice(1)).toEqual([
    ["person", "dashboard.changed", { before: "Old board", after: "New board", charts: 1 }],
  ]);
});
