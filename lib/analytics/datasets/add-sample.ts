import { createHash } from "node:crypto";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { beginUpload, type UploadBegun } from "./begin-upload";
import { type Received, receiveUpload } from "./receive-upload";
import { sampleOrders } from "./sample-orders";

export type SampleAdded = UploadBegun | Extract<Received, { ok: false }>;

/** Brings in made-up orders to try things on, the way every file comes in. They are marked, and deleted as any other. */
export async function addSample(caller: TenantCaller): Promise<SampleAdded> {
  const bytes = Buffer.from([...sampleOrders()].join(""));
  const begun = await beginUpload(caller, {
    datasetId: null,
    name: "Sample orders",
    fileName: "sample-orders.csv",
    bytes: bytes.byteLength,
    isSample: true,
  });
  if (!begun.ok) return begun;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const received = await receiveUpload(caller, begun.versionId, {
    body: pieces(bytes),
    contentLength: bytes.byteLength,
    sha256,
  });
  return received.ok ? begun : received;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
