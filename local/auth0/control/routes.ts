import { z } from "zod";
import type { Route } from "../server/call";
import { replyJson } from "../server/reply-json";
import { findUserByEmail } from "../users/find-user-by-email";
import { insertUser } from "../users/insert-user";
import { presentUser } from "../users/present-user";
import { describeState } from "./describe-state";
import { expireTickets } from "./expire-tickets";
import { finishJobs } from "./finish-jobs";
import { loseJobs } from "./lose-jobs";
import { moveClock } from "./move-clock";
import { order } from "./order";
import { resetTenant } from "./reset-tenant";

const nothing = z.object({});
const maybeId = z.strictObject({ id: z.string().optional() });
const metadata = z.record(z.string(), z.json());

const settings = z
  .strictObject({
    plan: z.enum(["free", "professional", "enterprise"]),
    loginStyle: z.enum(["universal", "classic"]),
    rateLimits: z.boolean(),
    jobDelayMs: z.int().min(0),
    searchDelayMs: z.int().min(0),
  })
  .partial();

const forecast = z.strictObject({
  route: z.string().regex(/^(GET|HEAD|POST|PUT|PATCH|DELETE) \//, "must be like POST /api/v2/users"),
  kind: z.enum(["fail", "delay", "drop-after-commit", "drop-before", "rate-limit"]),
  times: z.int().min(1).default(1),
  status: z.int().min(400).max(599).optional(),
  delayMs: z.int().min(0).optional(),
});

const newUser = z.strictObject({
  email: z.email(),
  user_id: z.string().optional(),
  password: z.string().min(1).optional(),
  email_verified: z.boolean().optional(),
  blocked: z.boolean().optional(),
  name: z.string().optional(),
  nickname: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  picture: z.string().optional(),
  app_metadata: metadata.optional(),
  user_metadata: metadata.optional(),
});

/** What tests and the demo may order the tenant to do. */
export const controlRoutes: readonly Route[] = [
  order("GET /state", nothing, describeState),
  order("PUT /settings", settings, (tenant, changes) => {
    tenant.limiter.refill();
    return Object.assign(tenant.settings, changes);
  }),
  order("POST /weather", forecast, ({ weather }, planned) => weather.plan(planned)),
  order("DELETE /weather", nothing, ({ weather }) => weather.clear()),
  order("POST /jobs/hold", z.strictObject({ times: z.int().min(0) }), ({ imports }, { times }) =>
    imports.holdNext(times),
  ),
  order("POST /jobs/finish", maybeId, (tenant, { id }) => finishJobs(tenant, id)),
  order("POST /jobs/lose", maybeId, (tenant, { id }) => loseJobs(tenant, id)),
  order("POST /tickets/expire", z.strictObject({ userId: z.string().optional() }), (tenant, { userId }) =>
    expireTickets(tenant, userId),
  ),
  order("POST /clock", z.strictObject({ advanceSeconds: z.number() }), (tenant, { advanceSeconds }) =>
    moveClock(tenant, tenant.clock.offsetMs + advanceSeconds * 1_000),
  ),
  order("DELETE /clock", nothing, (tenant) => moveClock(tenant, 0)),
  order("GET /calls", nothing, ({ calls }) => calls.counts()),
  order("GET /calls/log", nothing, ({ calls }) => calls.all()),
  order("DELETE /calls", nothing, ({ calls }) => calls.clear()),
  order("POST /users", newUser, async ({ db, clock, config }, user) => {
    const row = await insertUser(db, user, clock.now());
    return row ? presentUser(row, config.connection.name) : { error: "The user already exists." };
  }),
  {
    method: "GET",
    path: "/users",
    async answer({ db }, { url }) {
      const user = await findUserByEmail(db, (url.searchParams.get("email") ?? "").toLowerCase());
      if (!user) return replyJson(404, { error: "Nobody has this address." });
      const { password_hash, ...shown } = user;
      return replyJson(200, { ...shown, has_password: password_hash !== null });
    },
  },
  order("POST /reset", nothing, resetTenant),
];
