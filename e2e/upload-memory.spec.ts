import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { startWeb } from "./fixtures/web";

const MIB = 1_048_576;
/** The largest file that may be brought in, unless an operator says otherwise. */
const BYTES = 250 * MIB;
const piece = Buffer.from(`${"x".repeat(1_021)},1\n`.repeat(1_024));

test("a file of 250 MB passes through the web without being held in its memory", async ({ office, sql }) => {
  test.setTimeout(120_000);
  const firm = await office.found("Bulky", 3);
  const [datasetId, versionId] = [randomUUID(), randomUUID()];
  // Announced as the page does it; the sending is what this is about.
  await sql`
    with admin as (select s.id, s.tenant_id from seats s join tenants t on t.id = s.tenant_id where t.slug = ${firm.slug}),
    dataset as (
      insert into datasets (id, tenant_id, name, created_by) select ${datasetId}, tenant_id, 'Bulky', id from admin)
    insert into dataset_versions (id, tenant_id, dataset_id, n, format, source_name, source_bytes, created_by)
    select ${versionId}, tenant_id, ${datasetId}, 1, 'csv', 'bulky.csv', ${BYTES}, id from admin`;
  const folder = mkdtempSync(join(tmpdir(), "uploads-"));
  const web = await startWeb({ DATA_DIR: folder });
  try {
    const path = `/t/${firm.slug}/analytics/uploads/${versionId}`;
    // The first request of any kind loads code, which stays.
    expect(
      await send(web.origin, `/t/${firm.slug}/analytics/uploads/${randomUUID()}`, firm.session, MIB),
    ).toBe(404);
    const before = resident(web.child.pid);
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, resident(web.child.pid));
    }, 100);
    expect(await send(web.origin, path, firm.session, BYTES)).toBe(200);
    clearInterval(watch);
    expect((most - before) / MIB).toBeLessThanOrEqual(100);
    expect(statSync(join(folder, "uploads", `${versionId}.file`)).size).toBe(BYTES);
  } finally {
    await web.stop();
    rmSync(folder, { recursive: true });
  }
});

/** Sends so many bytes in pieces of 1 MiB; answers the status. */
function send(origin: string, path: string, { cookies }: Session, bytes: number): Promise<number> {
  const pieces = bytes / piece.length;
  const hash = createHash("sha256");
  for (let n = 0; n < pieces; n += 1) hash.update(piece);
  const headers = {
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    "sec-fetch-site": "same-origin",
    "content-type": "application/octet-stream",
    "content-length": String(bytes),
    "content-digest": `sha-256=:${hash.digest("base64")}:`,
  };
  return new Promise((resolve, reject) => {
    const sending = request(origin + path, { method: "PUT", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sending.once("error", reject);
    pipeline(Readable.from(Array.from({ length: pieces }, () => piece)), sending).catch(reject);
  });
}

/** Bytes of a process that are in memory (ps(1) counts them in KiB). */
function resident(pid: number | undefined): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1_024;
}
