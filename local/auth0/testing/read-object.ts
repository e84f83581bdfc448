import { z } from "zod";

const object = z.record(z.string(), z.unknown());

/** The JSON object of a reply; anything else is a failed test. */
export async function readObject(reply: Response): Promise<Record<string, unknown>> {
  return object.parse(await reply.json());
}
