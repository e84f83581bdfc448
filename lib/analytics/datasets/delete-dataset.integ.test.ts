import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { measureDatasets } from "@/db/datasets";
import { inTenant } from "@/db/in-tenant";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { createDashboard } from "../create-dashboard";
import { keepChart } from "../keep-chart";
import { putOnDashboard } from "../put-on-dashboard";
import { bringIn, send } from "../testing/bring-in";
import { deleteDataset, undeleteDataset } from "./change-dataset";
import { clearFiles } from "./clear-files";
import { followSample } from "./follow-sample";

const job = mintPlatformScope({ kind: "job", name: "import-version" });
const database = openPortal();
let acme: PlantedTenant;
beforeAll(async () => {
  acme = await plantTenant(database.sql, 10);
});

const spec = { measures: [{ fn: "count" }], time: null, breakdown: null, filters: [] };

it("what can't be drawn without the sample is named before it goes", async () => {
  const own = await plantTenant(database.sql, 5, "Sampled");
  const { datasetId } = await bringIn(job, own.admin, "a,b\nx,1\n");
  const other = await bringIn(job, own.admin, "a,b\nx,1\n");
  await database.sql`update datasets set is_sample = true where id = ${datasetId}`;
  const board = randomUUID();
  await createDashboard(own.admin, board, "Board");
  await createDashboard(own.admin, randomUUID(), "Empty board");
  for (const [title, of] of [
    ["Two", datasetId],
    ["One", datasetId],
    ["Own", other.datasetId],
  ] as const) {
    const id = randomUUID();
    await keepChart(own.admin, { id, datasetId: of, title, drawn: { spec, view: "auto" } });
    await putOnDashboard(own.admin, id, board);
  }
  expect(await followSample(own.admin)).toEqual({
    kind: "ready",
    datasetId,
    hasOwnData: true,
    uses: { charts: ["One", "Two"], dashboards: ["Board"] },
  });
});

it("a dataset that never came to be is deleted for good, with a line in the log and its file at once", async () => {
  const at = await send(job, acme.admin, "a,b\nx,1\n");
  const held = async () => (await inTenant(acme.admin.scope, measureDatasets)).bytes;
  const before = await held();
  expect(await deleteDataset({ ...acme.admin, role: "viewer" }, at.datasetId)).toEqual({
    ok: false,
    reason: "not-allowed",
  });
  expect(await deleteDataset(acme.admin, at.datasetId)).toEqual({ ok: true, hadData: false });
  const log = await database.sql`
    select verb from audit where subject = ${at.datasetId} and verb like 'dataset.deleted'`;
  expect(log).toHaveLength(1);
  expect(await deleteDataset(acme.admin, at.datasetId)).toEqual({ ok: false, reason: "gone" });
  expect(await undeleteDataset(acme.admin, at.datasetId)).toEqual({ ok: false, reason: "gone" });
  await clearFiles(job);
  expect(await held()).toBe(before - 8);
});
