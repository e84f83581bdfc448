import type { Configuration } from "oidc-provider";
import type { TenantConfig } from "../read-config";
import { backToApplication } from "./back-to-application";
import { goToApplication } from "./go-to-application";
import { messagePage } from "./message-page";
import { wentWrongPage } from "./went-wrong-page";

/**
 * What the OpenID Connect engine shows when it cannot send the browser back. A login that was finished or has
 * expired leads to the application's login URI, as in Auth0; everything else is an error page.
 */
export function renderErrorPage(config: TenantConfig): NonNullable<Configuration["renderError"]> {
  return async (ctx, out, error) => {
    if (error.name === "SessionNotFound") {
      ctx.status = 302;
      ctx.redirect(backToApplication(config).href);
      return;
    }
    const reply =
      out.error === "invalid_redirect_uri"
        ? messagePage(403, {
            title: "Callback URL mismatch.",
            text: "The provided redirect_uri is not in the list of allowed callback URLs.",
            button: goToApplication(config),
          })
        : wentWrongPage(
            config,
            `${out.error}: ${out.error_description ?? "the request could not be handled"}`,
            ctx.status,
          );
    ctx.status = reply.status;
    ctx.set({ ...reply.headers, "set-cookie": [] });
    ctx.body = reply.body;
  };
}
