import type { Call, Reply } from "../server/call";
import type { Tenant } from "../tenant";
import { html } from "./html";
import { openForm } from "./open-form";
import { page } from "./page";

/** Asks whether to sign out, when nothing in the request shows that the application itself asks. */
export function confirmLogoutPage(tenant: Tenant, call: Call, asked: URLSearchParams): Reply {
  const form = openForm(tenant, call);
  const kept = ["client_id", "post_logout_redirect_uri", "state"].map((name) => {
    const value = asked.get(name);
    return value === null ? html`` : html`<input type="hidden" name="${name}" value="${value}">`;
  });
  const content = html`<p>Do you want to sign out of ${tenant.config.app.name}?</p>
<form method="post" action="/oidc/logout">${form.field}${kept[0]}${kept[1]}${kept[2]}
<button type="submit">Sign out</button>
</form>`;
  return page(200, "Sign out", content, form.cookies);
}
