import type { z } from "zod";
import type { Call, Reply, Route } from "../server/call";
import { readJson } from "../server/read-json";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";

/**
 * Makes a control route from a schema for its JSON body and what to do with it. A body that doesn't fit is
 * answered with 400 and what is wrong; `undefined` as the result with 204.
 */
export function order<Schema extends z.ZodType>(
  route: string,
  schema: Schema,
  carryOut: (tenant: Tenant, body: z.infer<Schema>) => unknown,
): Route {
  const [method = "", path = ""] = route.split(" ");
  return {
    method,
    path,
    async answer(tenant: Tenant, call: Call): Promise<Reply> {
      const body = await readJson(call.req, 1_048_576);
      const parsed = schema.safeParse(body.ok ? body.value : undefined);
      if (!parsed.success)
        return replyJson(400, {
          error: parsed.error.issues
            .map(({ path, message }) => `${path.join(".") || "body"}: ${message}`)
            .join("; "),
        });
      const result = await carryOut(tenant, parsed.data);
      return result === undefined ? { status: 204, headers: {}, body: "" } : replyJson(200, result);
    },
  };
}
