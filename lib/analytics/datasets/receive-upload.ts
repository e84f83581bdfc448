import { createHash } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { recordAudit } from "@/db/audit";
import { moveVersion, readVersion } from "@/db/dataset-versions";
import type { Dataset, DatasetVersion } from "@/db/datasets";
import { wishCheck, wishSampleCheck } from "@/db/file-wishes";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { type UploadPaths, uploadPaths } from "../store-here";

export type Sent = {
  body: AsyncIterable<Uint8Array>;
  /** As the request's header has it; null when it has none. */
  contentLength: number | null;
  /** The SHA-256 that the browser took of the file (RFC 9530), in hexadecimal digits; null when it said none. */
  sha256: string | null;
};

export type Received =
  | { ok: true }
  | {
      ok: false;
      reason: "not-here" | "not-awaited" | "body_truncated" | "checksum_mismatch" | "too_large" | "disk_full";
    };

/**
 * Takes the bytes of an announced file, as they come and never all at once, and counts and hashes them: a proxy on the
 * way may cut a body short and still deliver it. Only what is whole is kept; then the file is looked into by a job.
 */
export async function receiveUpload(caller: TenantCaller, versionId: string, sent: Sent): Promise<Received> {
  if (!may(caller.role, "manage-datasets") || !isId(versionId)) return { ok: false, reason: "not-here" };
  const found = await inTenant(caller.scope, (tx) => readVersion(tx, versionId));
  if (found === null || found.version.createdBy !== caller.seatId) return { ok: false, reason: "not-here" };
  const { version } = found;
  if (version.status !== "uploading") return { ok: false, reason: "not-awaited" };
  if (sent.contentLength !== null && sent.contentLength !== version.sourceBytes)
    return { ok: false, reason: "body_truncated" };
  const paths = await uploadPaths(versionId);
  try {
    const written = await write(paths.part, sent, version.sourceBytes);
    return written.ok ? await keep(caller, found, paths, sent) : written;
  } finally {
    await rm(paths.part, { force: true });
  }
}

/**
 * The first whole file of a version is the one: it takes its place while the version's row is held, so that nobody who
 * sent the same version later changes what is looked into already.
 */
function keep(
  caller: TenantCaller,
  { dataset, version }: { dataset: Dataset; version: DatasetVersion },
  { part, source }: UploadPaths,
  { sha256 }: Sent,
): Promise<Received> {
  const at = { tenantId: caller.scope.tenantId, versionId: version.id };
  return inTenant(caller.scope, async (tx) => {
    if (!(await moveVersion(tx, at, ["uploading"], { status: "checking", sha256 })))
      return { ok: false, reason: "not-awaited" };
    await rename(part, source);
    await recordAudit(tx, [uploadedEntry(caller, version)]);
    await (dataset.isSample && version.n === 1 ? wishSampleCheck(tx, at) : wishCheck(tx, at));
    return { ok: true };
  });
}

function uploadedEntry({ scope }: TenantCaller, { datasetId, n, sourceBytes }: DatasetVersion) {
  const facts = { version: n, bytes: sourceBytes };
  return { tenantId: scope.tenantId, verb: "dataset.uploaded", subject: datasetId, facts } as const;
}

async function write(path: string, { body, sha256 }: Sent, bytes: number): Promise<Received> {
  const file = await open(path, "w");
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const piece of body) {
      size += piece.byteLength;
      if (size > bytes) return { ok: false, reason: "too_large" };
      hash.update(piece);
      await writeAll(file, piece);
    }
    await file.sync();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOSPC" || code === "EDQUOT") return { ok: false, reason: "disk_full" };
    // The sender hung up in the middle.
    return { ok: false, reason: "body_truncated" };
  } finally {
    await file.close();
  }
  if (size !== bytes) return { ok: false, reason: "body_truncated" };
  return hash.digest("hex") === sha256 ? { ok: true } : { ok: false, reason: "checksum_mismatch" };
}

/** A disk that is nearly full takes a part of a piece, without an error (write(2)). */
async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let from = 0; from < piece.byteLength; ) {
    const { bytesWritten } = await file.write(piece, from);
    from += bytesWritten;
  }
}
