import { bucketFor } from "../rate-plan";
import { type Check, right, unknown, wrong } from "./finding";
import { nobodysAddress } from "./open-tenant";

const where =
  "AUTH0_PLAN must be the tenant's plan: free, professional or enterprise (Tenant Settings > Subscription).";

/** Each reply of the Management API says how many calls may come at once (Auth0, "Rate limit headers"). */
export const checkPlan: Check = {
  name: "AUTH0_PLAN",
  async look(tenant) {
    const plan = tenant.settings.AUTH0_PLAN;
    const reply = await tenant.api(`/users-by-email?email=${nobodysAddress()}`);
    const limit = Number(reply.headers.get("x-ratelimit-limit") ?? Number.NaN);
    if (Number.isNaN(limit)) return unknown("no reply named a limit", where);
    const { burst } = bucketFor(plan, "users-read");
    if (limit >= burst)
      return right(`${plan}: Auth0 allows ${limit} calls at once, the portal makes up to ${burst}`);
    return wrong(`${plan} lets the portal make ${burst} calls at once, but Auth0 allows ${limit}`, where);
  },
};
