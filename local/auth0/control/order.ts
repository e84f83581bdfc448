import { z } from "zod";
import type { Call, Reply, Route } from "../server/call";
import { readJson } from "../server/read-json";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";

const LIMIT_BYTES = 1_048_576;

/**
 * Makes a control route from a schema for its JSON body and what to do with it. A body that doesn't fit is
 * answered with 400 and what is wrong with it; an order without a reply of its own with 204.
 */
export function order<Schema extends z.ZodType>(
  route: string,
  schema: Schema,
  carryOut: (tenant: Tenant, body: z.infer<Schema>) => Reply | undefined | Promise<Reply | undefined>,
): Route {
  const [method = "", path = ""] = route.split(" ");
  return {
    method,
    path,
    async answer(tenant: Tenant, call: Call): Promise<Reply> {
      const body = await readJson(call.req, LIMIT_BYTES);
      if (!body.ok) return replyJson(400, { error: "The body must be a JSON object of at most 1 MiB." });
      const parsed = schema.safeParse(body.value);
      if (!parsed.success) return replyJson(400, { error: z.prettifyError(parsed.error) });
      return (await carryOut(tenant, parsed.data)) ?? { status: 204, headers: {}, body: "" };
    },
  };
}
