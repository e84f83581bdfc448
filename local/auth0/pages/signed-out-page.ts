import type { TenantConfig } from "../read-config";
import type { Reply } from "../server/call";
import { goToApplication } from "./go-to-application";
import { messagePage } from "./message-page";

/** For a logout that names no address to return to. `cookies` end the session in the browser. */
export function signedOutPage(config: TenantConfig, cookies: string[]): Reply {
  const text = "You have been signed out.";
  return messagePage(200, { title: "Signed out", text, button: goToApplication(config) }, cookies);
}
