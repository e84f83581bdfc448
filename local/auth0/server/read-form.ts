import type { Call } from "./call";
import { readBody } from "./read-body";

const LIMIT_BYTES = 56 * 1_024;

/** Reads a posted HTML form. A body that is too large reads as an empty form. */
export async function readForm(call: Call): Promise<URLSearchParams> {
  const body = await readBody(call.req, LIMIT_BYTES);
  return new URLSearchParams(body.ok ? body.bytes.toString("utf8") : "");
}
