import type { Call, Reply } from "../server/call";
import type { Tenant } from "../tenant";
import { html } from "./html";
import { openForm } from "./open-form";
import { page } from "./page";

/** GET /u/reset-request: asks for the address that gets the link to a new password. */
export async function resetRequestPage(tenant: Tenant, call: Call): Promise<Reply> {
  const form = openForm(tenant, call);
  const state = encodeURIComponent(call.url.searchParams.get("state") ?? "");
  const content = html`<p>Enter your email address and we will send you instructions to reset your password.</p>
<form method="post" action="/u/reset-request?state=${state}">${form.field}
<label for="email">Email address</label>
<input id="email" name="email" type="email" autocomplete="username" required autofocus>
<button type="submit">Continue</button>
<p class="after"><a href="/u/login?state=${state}">Back to ${tenant.config.app.name}</a></p>
</form>`;
  return page(200, "Forgot Your Password?", content, form.cookies);
}
