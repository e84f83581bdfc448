import type { TenantConfig } from "../read-config";
import type { Call, Reply } from "../server/call";
import { refuse } from "../server/refuse";
import { goToApplication } from "./go-to-application";
import { messagePage } from "./message-page";

/** 404 for an address that is nobody's: a page for browsers, a JSON error for programs. */
export function notFound(config: TenantConfig, call: Call): Reply {
  if (!call.req.headers.accept?.includes("text/html")) return refuse(call, 404, "not_found", "Not Found");
  return messagePage(404, {
    title: "Not Found",
    text: "There is nothing at this address.",
    button: goToApplication(config),
  });
}
