import { createClock } from "./clock";
import { controlRoutes } from "./control/routes";
import { serveControl } from "./control/serve-control";
import { createImportRunner } from "./imports/create-import-runner";
import { createRateLimiter } from "./limits/create-rate-limiter";
import { managementRoutes } from "./management/routes";
import { createProvider } from "./oidc/create-provider";
import { deleteExpiredRecords } from "./oidc/delete-expired-records";
import { portalScopes } from "./oidc/portal-scopes";
import { oidcRoutes } from "./oidc/routes";
import { pageRoutes } from "./pages/routes";
import type { TenantConfig } from "./read-config";
import { listenOnLoopback } from "./server/listen-on-loopback";
import { serve } from "./server/serve";
import type { Settings } from "./settings";
import { connect } from "./store/connect";
import { createSchema } from "./store/create-schema";
import { loadClockOffset } from "./store/load-clock-offset";
import { loadSecrets } from "./store/load-secrets";
import type { Tenant } from "./tenant";
import { createCallLog } from "./weather/create-call-log";
import { createWeather } from "./weather/create-weather";

export type StartOutcome =
  | { ok: true; stop(): Promise<void> }
  | { ok: false; reason: "port-in-use"; port: number };

/** Starts the tenant and its control port. Pending import jobs go on where a former process left them. */
export async function startTenant(config: TenantConfig): Promise<StartOutcome> {
  const tenant = await openTenant(config);
  const close = async (): Promise<void> => {
    await tenant.imports.stop();
    await tenant.db.end({ timeout: 2 });
  };
  const doors = [
    { port: config.port, listener: serve(tenant, [...oidcRoutes, ...pageRoutes, ...managementRoutes]) },
    { port: config.controlPort, listener: serveControl(tenant, controlRoutes) },
  ];
  const open: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(open.map((closeDoor) => closeDoor()));
    await close();
  };
  for (const { port, listener } of doors) {
    const outcome = await listenOnLoopback(port, listener);
    if (!outcome.ok) {
      await stop();
      return outcome;
    }
    open.push(outcome.close);
  }
  tenant.imports.wake();
  return { ok: true, stop };
}

async function openTenant(config: TenantConfig): Promise<Tenant> {
  const db = connect(config.databaseUrl);
  await createSchema(db);
  const secrets = await loadSecrets(db);
  const clock = createClock(await loadClockOffset(db));
  await deleteExpiredRecords(db, clock);
  const settings: Settings = {
    plan: config.plan,
    loginStyle: config.loginStyle,
    rateLimits: true,
    jobDelayMs: 300,
    searchDelayMs: 1_000,
    scopes: portalScopes,
    callbackUrls: [config.app.callbackUrl],
    logoutUrls: config.app.logoutUrls,
    connectionEnabled: true,
    signUps: false,
  };
  return {
    config,
    settings,
    clock,
    db,
    secrets,
    limiter: createRateLimiter(settings, clock),
    weather: createWeather(),
    calls: createCallLog(),
    imports: createImportRunner(db, clock, settings),
    provider: createProvider({ config, settings, secrets, db, clock }),
  };
}
