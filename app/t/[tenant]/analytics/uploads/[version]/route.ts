import { enterTenant } from "@/lib/access/enter-tenant";
import { isFromOurPage } from "@/lib/access/is-from-our-page";
import { type Received, receiveUpload } from "@/lib/analytics/datasets/receive-upload";
import { readDigest } from "./read-digest";

type UploadContext = { params: Promise<{ tenant: string; version: string }> };

const statuses = {
  "not-here": 404,
  "not-awaited": 409,
  body_truncated: 400,
  checksum_mismatch: 400,
  too_large: 413,
  disk_full: 507,
} as const satisfies Record<Extract<Received, { ok: false }>["reason"], number>;

/**
 * Takes the bytes of an announced file. It stands outside the proxy's matcher, which would cut them at 10 MB without a
 * word; so it asks for itself where the request comes from, and who sends it.
 */
export async function PUT(request: Request, { params }: UploadContext): Promise<Response> {
  const { tenant, version } = await params;
  if (!(await isFromOurPage())) return answer(404, "not-here");
  const entry = await enterTenant(tenant);
  if (!entry.ok) return answer(404, "not-here");
  const length = request.headers.get("content-length");
  const received = await receiveUpload(entry.caller, version, {
    body: request.body ?? new ReadableStream<Uint8Array>({ start: (end) => end.close() }),
    contentLength: length === null ? null : Number(length),
    sha256: readDigest(request.headers.get("content-digest")),
  });
  return received.ok ? answer(200, "received") : answer(statuses[received.reason], received.reason);
}

function answer(status: number, word: string): Response {
  return Response.json({ word }, { status, headers: { "Cache-Control": "no-store" } });
}
