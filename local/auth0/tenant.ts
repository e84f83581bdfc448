import type Provider from "oidc-provider";
import type { Clock } from "./clock";
import type { ImportRunner } from "./imports/create-import-runner";
import type { RateLimiter } from "./limits/create-rate-limiter";
import type { LoginStyle, Plan, TenantConfig } from "./read-config";
import type { Database } from "./store/connect";
import type { Secrets } from "./store/load-secrets";
import type { CallLog } from "./weather/create-call-log";
import type { Weather } from "./weather/create-weather";

/** What the control port may change while the tenant runs; a restart brings the configured values back. */
export interface Settings {
  plan: Plan;
  loginStyle: LoginStyle;
  rateLimits: boolean;
  /** How long an import job waits before it runs, in milliseconds. */
  jobDelayMs: number;
  /** How long a new user stays out of `GET /api/v2/users`, in milliseconds: Auth0's search lags behind. */
  searchDelayMs: number;
}

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
