import type { LoginStyle, Plan } from "./read-config";

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
