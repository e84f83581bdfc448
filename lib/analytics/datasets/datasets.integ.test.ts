import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listDatasetSizes } from "@/db/dataset-sizes";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { askDataset, openDataset } from "../ask-dataset";
import { changeChart } from "../change-chart";
import { changeDashboard } from "../change-dashboard";
import { createDashboard } from "../create-dashboard";
import { engineHere } from "../engine-here";
import { keepChart } from "../keep-chart";
import { openChart } from "../open-chart";
import { openDashboard } from "../open-dashboard";
import { putOnDashboard } from "../put-on-dashboard";
import type { Spec } from "../spec";
import { storeHere } from "../store-here";
import { announce, bringIn as bringInAs, sent } from "../testing/bring-in";
import { listKeys } from "../testing/list-keys";
import { addSample } from "./add-sample";
import { beginUpload } from "./begin-upload";
import { deleteDataset, nameDataset, undeleteDataset } from "./change-dataset";
import { checkUpload } from "./check-upload";
import { clearFiles } from "./clear-files";
import { decideImport } from "./decide-import";
import { importVersion } from "./import-version";
import { listOwnDatasets } from "./list-datasets";
import { openVersion } from "./open-version";
import { receiveUpload } from "./receive-upload";
import { switchToVersion } from "./switch-version";

const job = mintPlatformScope({ kind: "job", name: "import-version" });
const database = openPortal();
let acme: PlantedTenant;
let globex: PlantedTenant;
beforeAll(async () => {
  [acme, globex] = [await plantTenant(database.sql, 10), await plantTenant(database.sql, 10, "Globex")];
});
afterAll(async () => {
  engineHere().engine.close();
});

const viewerOf = ({ admin }: PlantedTenant): TenantCaller => ({ ...admin, role: "viewer" });
const editorOf = ({ admin }: PlantedTenant): TenantCaller => ({ ...admin, role: "editor" });
const count: Spec = { measures: [{ fn: "count" }], time: null, breakdown: null, filters: [] };

const bringIn = ({ admin }: PlantedTenant, content: string, datasetId: string | null = null) =>
  bringInAs(job, admin, content, { datasetId });

async function answerOf(caller: TenantCaller, datasetId: string, spec: Spec = count) {
  const dataset = await openDataset(caller, datasetId);
  if (dataset === null) return null;
  const asked = await askDataset(caller, dataset, spec);
  return asked.ok ? asked.answer.values.map((ofMeasure) => ofMeasure[0]?.[0]) : asked.reason;
}

it("a file becomes a dataset that everybody with a seat can ask", async () => {
  const { datasetId } = await bringIn(acme, "day,amount\n2024-01-01,1.50\n2024-01-02,2.25\n");
  const sum: Spec = { ...count, measures: [{ fn: "count" }, { fn: "sum", column: "c1" }] };
  expect(await answerOf(viewerOf(acme), datasetId, sum)).toEqual(["2", "3.75"]);
});

it("another tenant finds nothing of it: not the dataset, not the version, not a chart, and can change none of it", async () => {
  const { datasetId, versionId } = await bringIn(acme, "a,b\nx,1\n");
  const [chartId, dashboardId] = [randomUUID(), randomUUID()];
  const drawn = { spec: count, view: "auto" };
  expect(await keepChart(acme.admin, { id: chartId, datasetId, title: "Ours", drawn })).toMatchObject({
    ok: true,
  });
  await createDashboard(acme.admin, dashboardId, "Ours");
  const other = globex.admin;
  expect(await openDataset(other, datasetId)).toBeNull();
  expect(await openVersion(other, datasetId, versionId)).toBeNull();
  expect([await openChart(other, chartId), await openDashboard(other, dashboardId)]).toEqual([null, null]);
  expect(await keepChart(other, { id: randomUUID(), datasetId, title: "x", drawn })).toEqual({
    ok: false,
    reason: "dataset-gone",
  });
  expect(await putOnDashboard(other, chartId, dashboardId)).toEqual({ ok: false, reason: "gone" });
  expect(await deleteDataset(other, datasetId)).toEqual({ ok: false, reason: "gone" });
  expect(await nameDataset(other, datasetId, "Theirs")).toEqual({ ok: false, reason: "gone" });
  expect(await switchToVersion(other, versionId, versionId)).toEqual({ ok: false, reason: "gone" });
  expect(await receiveUpload(other, versionId, sent("x"))).toEqual({ ok: false, reason: "not-here" });
  expect((await listOwnDatasets(other, { cursor: null, limit: 50 })).datasets.rows).toEqual([]);
  const change = { id: dashboardId, revision: 1, title: "Theirs", filters: {}, tiles: [] };
  expect(await changeDashboard(other, change)).toEqual({ ok: false, reason: "gone" });
});

it("viewers only read, editors keep charts, and only admins bring in data", async () => {
  const { datasetId } = await bringIn(acme, "a,b\nx,1\n");
  const chart = () => ({ id: randomUUID(), datasetId, title: "T", drawn: { spec: count, view: "auto" } });
  expect(await keepChart(viewerOf(acme), chart())).toEqual({ ok: false, reason: "not-allowed" });
  expect(await keepChart(editorOf(acme), chart())).toMatchObject({ ok: true });
  for (const caller of [viewerOf(acme), editorOf(acme)]) {
    const input = { datasetId: null, name: "N", fileName: "n.csv", bytes: 5 };
    expect(await beginUpload(caller, input)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await deleteDataset(caller, datasetId)).toEqual({ ok: false, reason: "not-allowed" });
  }
});

it("bytes that are cut, too many, or others than the browser read are not kept, and can be sent again", async () => {
  const content = "a,b\n1,2\n3,4\n";
  const { versionId } = await announce(acme.admin, content);
  const send = (body: ReturnType<typeof sent>) => receiveUpload(acme.admin, versionId, body);
  const whole = sent(content);
  expect(await send({ ...sent(content.slice(0, 6)), contentLength: whole.contentLength })).toEqual({
    ok: false,
    reason: "body_truncated",
  });
  expect(await send({ ...whole, contentLength: 6 })).toEqual({ ok: false, reason: "body_truncated" });
  expect(await send({ ...sent(`${content}5,6\n`), contentLength: whole.contentLength })).toEqual({
    ok: false,
    reason: "too_large",
  });
  expect(await send(sent(content, "0".repeat(64)))).toEqual({ ok: false, reason: "checksum_mismatch" });
  expect(await send(sent(content))).toEqual({ ok: true });
  expect(await send(sent(content))).toEqual({ ok: false, reason: "not-awaited" });
});

it("a tenant's shares are looked at before anything is sent", async () => {
  const input = { datasetId: null, name: "N", fileName: "n.csv", bytes: 5 };
  expect(await beginUpload(acme.admin, { ...input, bytes: 251 * 1_048_576 })).toEqual({
    ok: false,
    reason: "too-large",
    most: 250,
  });
  expect(await beginUpload(acme.admin, { ...input, fileName: "n.xlsx" })).toEqual({
    ok: false,
    reason: "bad-file",
  });
  expect(await beginUpload(acme.admin, { ...input, bytes: 0 })).toEqual({ ok: false, reason: "empty-file" });
  expect(await beginUpload(acme.admin, { ...input, name: " " })).toEqual({ ok: false, reason: "bad-name" });
  const full = await plantTenant(database.sql, 5, "Full");
  for (let n = 0; n < 50; n += 1)
    expect((await beginUpload(full.admin, { ...input, name: `N ${n}` })).ok).toBe(true);
  expect(await beginUpload(full.admin, input)).toEqual({ ok: false, reason: "too-many-datasets", most: 50 });
});

it("two datasets have two names, in whatever capitals", async () => {
  const input = { datasetId: null, fileName: "n.csv", bytes: 5 };
  expect((await beginUpload(acme.admin, { ...input, name: "Orders" })).ok).toBe(true);
  expect(await beginUpload(acme.admin, { ...input, name: "ORDERS" })).toEqual({
    ok: false,
    reason: "name-taken",
  });
});

it("a new version keeps the ids of its columns, so that a kept chart goes on with the new rows", async () => {
  const { datasetId } = await bringIn(acme, "name,amount\nx,1\n");
  const spec: Spec = { ...count, measures: [{ fn: "sum", column: "c1" }] };
  const chartId = randomUUID();
  await keepChart(acme.admin, { id: chartId, datasetId, title: "Sum", drawn: { spec, view: "auto" } });
  await bringIn(acme, "extra,AMOUNT,name\n7,5,x\n8,6,y\n", datasetId);
  const chart = await openChart(acme.admin, chartId);
  expect(chart?.dataset?.columns.map(({ cid, name }) => [cid, name])).toEqual([
    ["c2", "extra"],
    ["c1", "AMOUNT"],
    ["c0", "name"],
  ]);
  expect(await answerOf(acme.admin, datasetId, spec)).toEqual(["11"]);
});

it("values that do not fit wait for a word, and the word is kept", async () => {
  const content = "n\n1\n2\nx\n".replace("n\n", "n,m\n").replace(/^(\d|x)$/gm, "$1,y");
  const at = await announce(acme.admin, content);
  await receiveUpload(acme.admin, at.versionId, sent(content));
  await checkUpload(job, at);
  const column = { kind: "text" as const, scale: 0, onBad: "ask" as const };
  const options = (onBad: "ask" | "leave-out") => ({
    columns: [{ ...column, kind: "integer" as const, onBad }, column],
    nullMarkers: [],
    decimalComma: false,
    dateOrder: null,
    leaveOutBadLines: false,
  });
  await decideImport(acme.admin, at.versionId, options("ask"));
  await importVersion(job, at);
  const open = await openVersion(acme.admin, at.datasetId, at.versionId);
  expect(open?.version.status).toBe("needs-attention");
  expect(open?.rejects).toEqual({
    rows: 1,
    columns: [{ column: 0, count: 1 }],
    first: [{ line: 4, column: 0, value: "x" }],
  });
  expect(await answerOf(acme.admin, at.datasetId)).toBeNull();
  await decideImport(acme.admin, at.versionId, options("leave-out"));
  await importVersion(job, at);
  expect(await answerOf(acme.admin, at.datasetId)).toEqual(["2"]);
  const done = await openVersion(acme.admin, at.datasetId, at.versionId);
  expect(done?.version).toMatchObject({ rows: 2, rowsLeftOut: 1, rejects: null, proposal: null });
  expect(done?.options?.columns[0]?.onBad).toBe("leave-out");
});

it("a refused file says why, and the try can be made again", async () => {
  const content = "a,A\n1,2\n";
  const at = await announce(acme.admin, content);
  await receiveUpload(acme.admin, at.versionId, sent(content));
  await checkUpload(job, at);
  const open = await openVersion(acme.admin, at.datasetId, at.versionId);
  expect(open?.version).toMatchObject({
    status: "failed",
    errorCode: "header_duplicate",
    errorFacts: { names: ["A"] },
  });
  const again = await bringIn(acme, "a,b\n1,2\n", at.datasetId);
  expect(await answerOf(acme.admin, again.datasetId)).toEqual(["1"]);
});

it("the sample comes in like any file, is marked, and goes with one word", async () => {
  const own = await plantTenant(database.sql, 5, "Sampled");
  const added = await addSample(own.admin);
  if (!added.ok) throw new Error(added.reason);
  const at = { tenantId: own.id, versionId: added.versionId };
  await checkUpload(job, at);
  await importVersion(job, at);
  const { datasets } = await listOwnDatasets(viewerOf(own), { cursor: null, limit: 10 });
  expect(datasets.rows[0]?.dataset).toMatchObject({ isSample: true, name: "Sample orders" });
  expect(await answerOf(own.admin, added.datasetId)).toEqual(["20350"]);
  expect(await deleteDataset(own.admin, added.datasetId)).toEqual({ ok: true, hadData: true });
  expect((await listOwnDatasets(own.admin, { cursor: null, limit: 10 })).datasets.rows).toEqual([]);
});

it("a deleted dataset can be had back, and after a week its files are gone", async () => {
  const { datasetId, versionId } = await bringIn(acme, "a,b\nx,1\n");
  expect(await deleteDataset(acme.admin, datasetId)).toEqual({ ok: true, hadData: true });
  expect(await openDataset(acme.admin, datasetId)).toBeNull();
  await clearFiles(job);
  expect(await undeleteDataset(acme.admin, datasetId)).toEqual({ ok: true });
  expect(await answerOf(viewerOf(acme), datasetId)).toEqual(["1"]);
  await deleteDataset(acme.admin, datasetId);
  await database.sql`update datasets set deleted_at = now() - interval '8 days' where id = ${datasetId}`;
  const files = () => listKeys(storeHere(), `t/${acme.id}/d/${datasetId}`);
  expect(await files()).toHaveLength(1);
  await clearFiles(job);
  expect(await files()).toEqual([]);
  const [row] = await database.sql`select cleared_at from dataset_versions where id = ${versionId}`;
  expect(row?.cleared_at).toBeInstanceOf(Date);
});

it("three versions are kept, and the one that is asked is among them", async () => {
  const { datasetId } = await bringIn(acme, "a,b\nx,1\n");
  for (const rows of ["x,1\ny,2\n", "x,1\ny,2\nz,3\n", "x,1\ny,2\nz,3\nw,4\n"])
    await bringIn(acme, `a,b\n${rows}`, datasetId);
  await clearFiles(job);
  const files = await listKeys(storeHere(), `t/${acme.id}/d/${datasetId}`);
  expect(files.map((key) => key.match(/\/v(\d+)-/)?.[1]).sort()).toEqual(["2", "3", "4"]);
  expect(await answerOf(acme.admin, datasetId)).toEqual(["4"]);
});

it("a chart that somebody else has changed is not overwritten, and they are named", async () => {
  const { datasetId } = await bringIn(acme, "a,b\nx,1\n");
  const id = randomUUID();
  await keepChart(acme.admin, { id, datasetId, title: "First", drawn: { spec: count, view: "auto" } });
  const change = (title: string) => changeChart(acme.admin, { id, revision: 1, title, drawn: null });
  expect(await change("Second")).toEqual({ ok: true });
  expect(await change("Third")).toMatchObject({ ok: false, reason: "changed-meanwhile", by: "Ada Admin" });
  expect((await openChart(acme.admin, id))?.chart).toMatchObject({ title: "Second", revision: 2 });
});

it("asking twice to keep a chart keeps one", async () => {
  const { datasetId } = await bringIn(acme, "a,b\nx,1\n");
  const chart = { id: randomUUID(), datasetId, title: "Once", drawn: { spec: count, view: "auto" } };
  expect([await keepChart(acme.admin, chart), await keepChart(acme.admin, chart)]).toEqual([
    { ok: true, chartId: chart.id },
    { ok: true, chartId: chart.id },
  ]);
  expect(await database.sql`select 1 from audit where subject = ${chart.id}`).toHaveLength(1);
});

it("staff see how large a dataset is and where it stands, and no word of it", async () => {
  const own = await plantTenant(database.sql, 5, "Sized");
  const content = "secretcolumn,b\nsecretvalue,1\n";
  await bringIn(own, content);
  const sizes = await inPlatform(job, (tx) => listDatasetSizes(tx, own.id, 10));
  expect(sizes).toMatchObject([{ rows: 1, versions: 1, status: "ready", errorCode: null, isDeleted: false }]);
  expect(Object.keys(sizes[0] ?? {}).sort()).toEqual(
    ["datasetId", "rows", "bytes", "versions", "status", "errorCode", "isDeleted", "changedAt"].sort(),
  );
  expect(JSON.stringify(sizes)).not.toMatch(/secret|Data /);
});
