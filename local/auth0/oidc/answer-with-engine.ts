import type { Call } from "../server/call";
import type { Tenant } from "../tenant";

/** Leaves a call to the OpenID Connect engine. */
export async function answerWithEngine(tenant: Tenant, { req, res }: Call): Promise<"answered"> {
  await tenant.provider.callback()(req, res);
  return "answered";
}
