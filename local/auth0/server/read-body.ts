import type { IncomingMessage } from "node:http";

export type BodyOutcome = { ok: true; bytes: Buffer } | { ok: false; reason: "too-large" };

/**
 * Reads a request's body, at most `limit` bytes of it. What is too much is read and thrown away, so that a client
 * which is still sending gets to see the refusal.
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<BodyOutcome> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= limit) chunks.push(bytes);
    if (size > 16 * limit) break;
  }
  return size > limit ? { ok: false, reason: "too-large" } : { ok: true, bytes: Buffer.concat(chunks) };
}
