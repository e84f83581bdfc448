import { createHash } from "node:crypto";
import { inTenant } from "@/db/in-tenant";
import { findUnsentSample } from "@/db/samples";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { beginUpload, type UploadBegun } from "./begin-upload";
import { type Received, receiveUpload } from "./receive-upload";
import { sampleOrders } from "./sample-orders";

export type SampleAdded = UploadBegun | Extract<Received, { ok: false }>;

/** Brings in made-up orders to try things on, the way every file comes in. They are marked, and deleted as any other. */
export async function addSample(caller: TenantCaller): Promise<SampleAdded> {
  const bytes = writeOrders();
  return send(caller, bytes, await announce(caller, bytes, "asked-for"));
}

/**
 * The same for who has not asked for it, where there never was a dataset. Killed in the middle, it goes on with what was
 * announced.
 */
export async function addFirstSample(caller: TenantCaller): Promise<SampleAdded> {
  const bytes = writeOrders();
  const unsent = await inTenant(caller.scope, findUnsentSample);
  const begun = unsent === null ? await announce(caller, bytes, "unasked") : { ok: true as const, ...unsent };
  return send(caller, bytes, begun);
}

function announce(caller: TenantCaller, { byteLength: bytes }: Buffer, sample: "asked-for" | "unasked") {
  const file = { datasetId: null, name: "Sample orders", fileName: "sample-orders.csv", bytes };
  return beginUpload(caller, file, sample);
}

async function send(caller: TenantCaller, bytes: Buffer, begun: UploadBegun): Promise<SampleAdded> {
  if (!begun.ok) return begun;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const sent = { body: pieces(bytes), contentLength: bytes.byteLength, sha256 };
  const received = await receiveUpload(caller, begun.versionId, sent);
  return received.ok ? begun : received;
}

function writeOrders(): Buffer {
  return Buffer.from([...sampleOrders()].join(""));
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
