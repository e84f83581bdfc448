import { z } from "zod";
import type { Route } from "../server/call";
import { replyJson } from "../server/reply-json";
import { describeState } from "./describe-state";
import { expireTickets } from "./expire-tickets";
import { finishJobs } from "./finish-jobs";
import { loseJobs } from "./lose-jobs";
import { moveClock } from "./move-clock";
import { order } from "./order";
import { newUser, plantUser } from "./plant-user";
import { resetTenant } from "./reset-tenant";
import { showUser } from "./show-user";

const nothing = z.object({});
const maybeId = z.strictObject({ id: z.string().optional() });
const maybeUser = z.strictObject({ userId: z.string().optional() });

const settings = z
  .strictObject({
    plan: z.enum(["free", "professional", "enterprise"]),
    loginStyle: z.enum(["universal", "classic"]),
    rateLimits: z.boolean(),
    jobDelayMs: z.int().min(0),
    searchDelayMs: z.int().min(0),
    scopes: z.array(z.string()),
    callbackUrls: z.array(z.url()),
    logoutUrls: z.array(z.url()),
    connectionEnabled: z.boolean(),
    signUps: z.boolean(),
  })
  .partial();

const forecast = z.strictObject({
  route: z.string().regex(/^(GET|HEAD|POST|PUT|PATCH|DELETE) \//, "must be like POST /api/v2/users"),
  kind: z.enum(["fail", "delay", "drop-after-commit", "drop-before", "rate-limit"]),
  times: z.int().min(1).default(1),
  status: z.int().min(400).max(599).optional(),
  delayMs: z.int().min(0).optional(),
});

/** What tests and the demo may order the tenant to do. */
export const controlRoutes: readonly Route[] = [
  order("GET /state", nothing, async (tenant) => replyJson(200, await describeState(tenant))),
  order("PUT /settings", settings, (tenant, changes) => {
    tenant.limiter.refill();
    return replyJson(200, Object.assign(tenant.settings, changes));
  }),
  order("POST /weather", forecast, ({ weather }, planned) => {
    weather.plan(planned);
  }),
  order("DELETE /weather", nothing, ({ weather }) => {
    weather.clear();
  }),
  order("POST /jobs/hold", z.strictObject({ times: z.int().min(0) }), ({ imports }, { times }) => {
    imports.holdNext(times);
  }),
  order("POST /jobs/finish", maybeId, async (tenant, { id }) => replyJson(200, await finishJobs(tenant, id))),
  order("POST /jobs/lose", maybeId, async (tenant, { id }) => replyJson(200, await loseJobs(tenant, id))),
  order("POST /tickets/expire", maybeUser, async (tenant, { userId }) =>
    replyJson(200, await expireTickets(tenant, userId)),
  ),
  order("POST /clock", z.strictObject({ advanceSeconds: z.number() }), async (tenant, { advanceSeconds }) =>
    replyJson(200, await moveClock(tenant, tenant.clock.offsetMs + advanceSeconds * 1_000)),
  ),
  order("DELETE /clock", nothing, async (tenant) => replyJson(200, await moveClock(tenant, 0))),
  order("GET /calls", nothing, ({ calls }) => replyJson(200, calls.counts())),
  order("GET /calls/log", nothing, ({ calls }) => replyJson(200, calls.all())),
  order("DELETE /calls", nothing, ({ calls }) => {
    calls.clear();
  }),
  order("POST /users", newUser, plantUser),
  { method: "GET", path: "/users", answer: showUser },
  order("POST /reset", nothing, async (tenant) => {
    await resetTenant(tenant);
    return undefined;
  }),
];
