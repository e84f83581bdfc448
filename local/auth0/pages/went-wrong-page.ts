import type { TenantConfig } from "../read-config";
import type { Reply } from "../server/call";
import { goToApplication } from "./go-to-application";
import { messagePage } from "./message-page";

/** Auth0's page for a request that cannot be sent back to the application with an error. */
export function wentWrongPage(config: TenantConfig, text: string, status = 400): Reply {
  return messagePage(status, {
    title: "Oops!, something went wrong",
    text,
    button: goToApplication(config),
  });
}
