import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { beforeAll, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { storeHere, uploadPaths } from "../store-here";
import { listKeys } from "../testing/list-keys";
import { beginUpload } from "./begin-upload";
import { deleteDataset, undeleteDataset } from "./change-dataset";
import { clearFiles } from "./clear-files";
import { listOwnDatasets } from "./list-datasets";
import { receiveUpload } from "./receive-upload";

const job = mintPlatformScope({ kind: "job", name: "sweep" });
const database = openPortal();
let acme: PlantedTenant;
beforeAll(async () => {
  acme = await plantTenant(database.sql, 10);
});

async function begin(bytes: number, datasetId: string | null = null) {
  const name = `Data ${randomUUID().slice(0, 8)}`;
  const begun = await beginUpload(acme.admin, { datasetId, name, fileName: "data.csv", bytes });
  if (!begun.ok) throw new Error(begun.reason);
  return begun;
}

/** A sender who waits in the middle until told how to go on: to the end, or away. */
function slowSender(content: string) {
  const middle = Math.floor(content.length / 2);
  let goOn: (isThere: boolean) => void = () => {};
  let reached: () => void = () => {};
  const inTheMiddle = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const word = new Promise<boolean>((resolve) => {
    goOn = resolve;
  });
  async function* body() {
    yield Buffer.from(content.slice(0, middle));
    reached();
    if (!(await word)) throw new Error("aborted");
    yield Buffer.from(content.slice(middle));
  }
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { sent: { body: body(), contentLength: content.length, sha256 }, inTheMiddle, goOn };
}

it("two who send the same version at once never mix: the whole file of one of them is kept", async () => {
  const [ours, theirs] = ["a,b\n1,2\n3,4\n", "a,b\n5,6\n7,8\n"];
  const { versionId } = await begin(ours.length);
  const [first, second] = [slowSender(ours), slowSender(theirs)];
  const firstDone = receiveUpload(acme.admin, versionId, first.sent);
  await first.inTheMiddle;
  const secondDone = receiveUpload(acme.admin, versionId, second.sent);
  await second.inTheMiddle;
  second.goOn(false);
  expect(await secondDone).toEqual({ ok: false, reason: "body_truncated" });
  first.goOn(true);
  expect(await firstDone).toEqual({ ok: true });
  expect(readFileSync((await uploadPaths(versionId)).source, "utf8")).toBe(ours);
});

it("who comes second does not replace a file that is looked into already", async () => {
  const [ours, theirs] = ["a,b\n1,2\n3,4\n", "a,b\n5,6\n7,8\n"];
  const { versionId } = await begin(ours.length);
  const [first, second] = [slowSender(ours), slowSender(theirs)];
  const [firstDone, secondDone] = [first, second].map(({ sent }) =>
    receiveUpload(acme.admin, versionId, sent),
  );
  await Promise.all([first.inTheMiddle, second.inTheMiddle]);
  first.goOn(true);
  expect(await firstDone).toEqual({ ok: true });
  second.goOn(true);
  expect(await secondDone).toEqual({ ok: false, reason: "not-awaited" });
  expect(readFileSync((await uploadPaths(versionId)).source, "utf8")).toBe(ours);
});

/** A dataset with versions in these states, the last ready one asked. The files of ready ones hold their number. */
async function plantVersions(states: readonly ("ready" | "failed" | "needs-input")[]) {
  const { datasetId, versionId } = await begin(5);
  await database.sql`delete from dataset_versions where id = ${versionId}`;
  const store = storeHere();
  let current: string | null = null;
  for (const [place, status] of states.entries()) {
    const [id, n] = [randomUUID(), place + 1];
    const key = status === "ready" ? `t/${acme.id}/d/${datasetId}/v${n}-x.parquet` : null;
    if (key !== null) {
      const { part } = await uploadPaths(id);
      await writeFile(part, String(n));
      await store.put(key, part);
      current = id;
    }
    await database.sql`
      insert into dataset_versions (id, tenant_id, dataset_id, n, status, format, storage_key, source_name, source_bytes,
        stored_bytes, error_code, created_by)
      values (${id}, ${acme.id}, ${datasetId}, ${n}, ${status}, 'csv', ${key}, 'data.csv', 1000,
        ${key === null ? null : 1}, ${status === "failed" ? "empty_file" : null}, ${acme.admin.seatId})`;
  }
  await database.sql`update datasets set current_version_id = ${current} where id = ${datasetId}`;
  const kept = async () =>
    (await listKeys(store, `t/${acme.id}/d/${datasetId}`))
      .map((key) => Number(key.match(/v(\d+)-/)?.[1]))
      .sort();
  return { datasetId, kept };
}

it("files that were refused do not push out versions that are kept", async () => {
  const { kept } = await plantVersions(["ready", "ready", "failed", "failed", "ready"]);
  await clearFiles(job);
  expect(await kept()).toEqual([1, 2, 5]);
  const { kept: ofFour } = await plantVersions(["ready", "failed", "ready", "ready", "ready"]);
  await clearFiles(job);
  expect(await ofFour()).toEqual([3, 4, 5]);
});

it("a dataset whose files are gone is not offered, and not restored as if it were whole", async () => {
  const { datasetId, kept } = await plantVersions(["ready"]);
  const offered = async () => {
    const { deleted } = await listOwnDatasets(acme.admin, { cursor: null, limit: 50 });
    return deleted.some(({ id }) => id === datasetId);
  };
  await deleteDataset(acme.admin, datasetId);
  expect(await offered()).toBe(true);
  await database.sql`update datasets set deleted_at = now() - interval '8 days' where id = ${datasetId}`;
  await clearFiles(job);
  expect(await kept()).toEqual([]);
  expect(await offered()).toBe(false);
  expect(await undeleteDataset(acme.admin, datasetId)).toEqual({ ok: false, reason: "gone" });
});

it("a file that nobody decided about and that a newer one replaced no longer takes a share", async () => {
  const { datasetId } = await plantVersions(["ready", "needs-input", "ready"]);
  const open = await plantVersions(["ready", "needs-input"]);
  // Its newest version is ready, and waits for a word itself.
  const behind = await plantVersions(["ready", "needs-input", "ready"]);
  await database.sql`
    update datasets d set current_version_id = v.id from dataset_versions v
    where d.id = ${behind.datasetId} and v.dataset_id = d.id and v.n = 1`;
  await clearFiles(job);
  const statuses = (id: string) => database.sql`
    select status, error_code from dataset_versions where dataset_id = ${id} order by n`;
  expect([...(await statuses(datasetId))].map(({ status }) => status)).toEqual(["ready", "failed", "ready"]);
  expect((await statuses(datasetId))[1]?.error_code).toBe("superseded");
  const statesOf = async (id: string) => [...(await statuses(id))].map(({ status }) => status);
  expect(await statesOf(open.datasetId)).toEqual(["ready", "needs-input"]);
  expect(await statesOf(behind.datasetId)).toEqual(["ready", "needs-input", "ready"]);
});
