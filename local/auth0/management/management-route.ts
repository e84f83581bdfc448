import type { RateGroup } from "../limits/plan-limits";
import type { Call, Reply, Route } from "../server/call";
import type { Tenant } from "../tenant";
import { apiError } from "./api-error";
import { judgeBearer } from "./judge-bearer";

export interface ManagementRoute {
  method: string;
  /** The path below /api/v2. */
  path: string;
  /** Any of these is enough. */
  scopes: readonly string[];
  group: RateGroup;
  answer(tenant: Tenant, call: Call): Promise<Reply>;
}

/** Puts the token, the scope and the rate limit before a Management API handler, and the limit's headers behind it. */
export function managementRoute({ method, path, scopes, group, answer }: ManagementRoute): Route {
  return {
    method,
    path: `/api/v2${path}`,
    async answer(tenant, call) {
      const refusal = judgeBearer(tenant, call, scopes);
      if (refusal) return refusal;
      const { allowed, headers } = tenant.limiter.spend(group);
      const reply = allowed
        ? await answer(tenant, call)
        : apiError(429, "Global limit has been reached", "too_many_requests");
      Object.assign(reply.headers, headers);
      return reply;
    },
  };
}
