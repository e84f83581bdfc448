import type Provider from "oidc-provider";
import type { Clock } from "./clock";
import type { ImportRunner } from "./imports/create-import-runner";
import type { RateLimiter } from "./limits/create-rate-limiter";
import type { TenantConfig } from "./read-config";
import type { Settings } from "./settings";
import type { Database } from "./store/connect";
import type { Secrets } from "./store/load-secrets";
import type { CallLog } from "./weather/create-call-log";
import type { Weather } from "./weather/create-weather";

/** The tenant's parts, handed to every handler. */
export interface Tenant {
  readonly config: TenantConfig;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly db: Database;
  readonly secrets: Secrets;
  readonly limiter: RateLimiter;
  readonly weather: Weather;
  readonly calls: CallLog;
  readonly imports: ImportRunner;
  readonly provider: Provider;
}
