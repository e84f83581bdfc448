import { createHash, randomUUID } from "node:crypto";
import type { PlatformScope } from "@/db/scope";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import type { ImportOptions, TableProposal } from "@/lib/base/dataset-file";
import { beginUpload } from "../datasets/begin-upload";
import { checkUpload } from "../datasets/check-upload";
import { decideImport } from "../datasets/decide-import";
import { importVersion } from "../datasets/import-version";
import { openVersion } from "../datasets/open-version";
import { receiveUpload, type Sent } from "../datasets/receive-upload";

export type Begun = { tenantId: string; datasetId: string; versionId: string };

/** Announces a CSV file, as the next version of a dataset if one is named. */
export async function announce(
  admin: TenantCaller,
  content: string | Uint8Array,
  datasetId: string | null = null,
): Promise<Begun> {
  const bytes = Buffer.from(content).byteLength;
  const name = `Data ${randomUUID().slice(0, 8)}`;
  const begun = await beginUpload(admin, { datasetId, name, fileName: "data.csv", bytes });
  if (!begun.ok) throw new Error(begun.reason);
  return { tenantId: admin.scope.tenantId, datasetId: begun.datasetId, versionId: begun.versionId };
}

/** The request that brings a file's bytes. */
export function sent(
  content: string | Uint8Array,
  sha256 = createHash("sha256").update(content).digest("hex"),
): Sent {
  async function* body() {
    yield Buffer.from(content);
  }
  return { body: body(), contentLength: Buffer.from(content).byteLength, sha256 };
}

/** Announces and sends a file and looks into it, until somebody is to decide. */
export async function send(
  job: PlatformScope,
  admin: TenantCaller,
  content: string | Uint8Array,
  datasetId: string | null = null,
): Promise<Begun> {
  const at = await announce(admin, content, datasetId);
  const received = await receiveUpload(admin, at.versionId, sent(content));
  if (!received.ok) throw new Error(received.reason);
  await checkUpload(job, at);
  return at;
}

/** What the file's columns are proposed to be. */
export async function proposalOf(admin: TenantCaller, at: Begun): Promise<TableProposal> {
  const open = await openVersion(admin, at.datasetId, at.versionId);
  if (open?.proposal?.asks !== "columns") throw new Error(JSON.stringify(open));
  return open.proposal;
}

export function asProposed({ columns, nullMarkers, decimalComma }: TableProposal): ImportOptions {
  return {
    columns: columns.map(({ kind, scale }) => ({ kind, scale, onBad: "ask" })),
    nullMarkers,
    decimalComma,
    dateOrder: null,
    leaveOutBadLines: false,
  };
}

/** Brings a file in as it is proposed, or as somebody decides otherwise. */
export async function bringIn(
  job: PlatformScope,
  admin: TenantCaller,
  content: string,
  {
    datasetId = null,
    decide = asProposed,
  }: { datasetId?: string | null; decide?: (proposal: TableProposal) => ImportOptions } = {},
): Promise<Begun> {
  const at = await send(job, admin, content, datasetId);
  const decided = await decideImport(admin, at.versionId, decide(await proposalOf(admin, at)));
  if (!decided.ok) throw new Error(decided.reason);
  await importVersion(job, at);
  return at;
}
