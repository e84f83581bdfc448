import type { Call, Reply } from "../server/call";
import { readJson } from "../server/read-json";
import { apiError } from "./api-error";
import { checkShape, type Shape } from "./check-shape";
import { payloadError } from "./payload-error";

const LIMIT_BYTES = 1_048_576;

export type PayloadOutcome<Payload> = { ok: true; payload: Payload } | { ok: false; reply: Reply };

/**
 * Reads a call's JSON body and checks it against a shape.
 * @returns the payload, or the refusal to answer with
 */
export async function readPayload<Payload>(call: Call, shape: Shape): Promise<PayloadOutcome<Payload>> {
  const body = await readJson(call.req, LIMIT_BYTES);
  if (!body.ok)
    return {
      ok: false,
      reply:
        body.reason === "too-large"
          ? apiError(413, `Payload content length greater than maximum allowed: ${LIMIT_BYTES}.`)
          : apiError(400, "Invalid request payload JSON format"),
    };
  const [problem] = checkShape(shape, body.value);
  if (problem) return { ok: false, reply: payloadError(problem) };
  return { ok: true, payload: asPayload(body.value) };
}

/** The shape just checked allows exactly the fields of the payload's type, each with its type. */
function asPayload<Payload>(value: unknown): Payload {
  return value as Payload;
}
