import { env } from "./env";

/** Whether people reach the portal over https. */
export function isHttps(): boolean {
  return env().APP_BASE_URL.startsWith("https:");
}
