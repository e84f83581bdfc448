import { createHash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { recordAudit } from "@/db/audit";
import { moveVersion, readVersion } from "@/db/dataset-versions";
import type { DatasetVersion } from "@/db/datasets";
import { wishCheck } from "@/db/file-wishes";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { uploadPaths } from "../store-here";

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
  const { part, source } = await uploadPaths(versionId);
  const written = await write(part, sent, version.sourceBytes);
  if (!written.ok) {
    await rm(part, { force: true });
    return written;
  }
  await rename(part, source);
  return inTenant(caller.scope, async (tx) => {
    const at = { tenantId: caller.scope.tenantId, versionId };
    if (!(await moveVersion(tx, at, ["uploading"], { status: "checking", sha256: sent.sha256 })))
      return { ok: false, reason: "not-awaited" };
    await recordAudit(tx, [uploadedEntry(caller, version)]);
    await wishCheck(tx, at);
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
      await file.write(piece);
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
