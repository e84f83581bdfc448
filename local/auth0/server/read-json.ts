import type { IncomingMessage } from "node:http";
import { readBody } from "./read-body";

export type JsonBodyOutcome = { ok: true; value: unknown } | { ok: false; reason: "too-large" | "not-json" };

/** Reads a JSON body of at most `limit` bytes; an absent body reads as an empty object. */
export async function readJson(req: IncomingMessage, limit: number): Promise<JsonBodyOutcome> {
  const body = await readBody(req, limit);
  if (!body.ok) return body;
  if (body.bytes.length === 0) return { ok: true, value: {} };
  try {
    const value: unknown = JSON.parse(body.bytes.toString("utf8"));
    return { ok: true, value };
  } catch {
    return { ok: false, reason: "not-json" };
  }
}
