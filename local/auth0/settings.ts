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
  /** What the application is granted on the Management API; nothing at all is no client grant. */
  scopes: readonly string[];
  callbackUrls: readonly string[];
  logoutUrls: readonly string[];
  /** False: the connection is enabled for no application, so that it takes no imports. */
  connectionEnabled: boolean;
  /** Whether the sign-up doors stand open. Even so nobody is created: only what the doors say is different. */
  signUps: boolean;
}
