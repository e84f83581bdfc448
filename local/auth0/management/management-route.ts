import type { RateGroup } from "../limits/plan-limits";
import type { Call, Reply, Route } from "../server/call";
import type { Tenant } from "../tenant";
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

/** Puts the token and its scopes before a Management API handler. */
export function managementRoute({ method, path, scopes, group, answer }: ManagementRoute): Route {
  return {
    method,
    path: `/api/v2${path}`,
    group,
    answer: async (tenant, call) => judgeBearer(tenant, call, scopes) ?? answer(tenant, call),
  };
}
