import type { Call, Reply } from "../server/call";
import type { Tenant } from "../tenant";
import { html } from "./html";
import { openForm } from "./open-form";
import { page } from "./page";

export interface LoginView {
  /** Names the login, as in the page's address. */
  state: string;
  email: string;
  error?: string | undefined;
}

/** The login page: address and password. There is no way to sign up; an open door is shown for tests only. */
export function loginPage(tenant: Tenant, call: Call, view: LoginView): Reply {
  const form = openForm(tenant, call);
  const state = encodeURIComponent(view.state);
  const error = view.error && html`<p class="error" id="error" role="alert">${view.error}</p>`;
  const invalid = view.error ? html` aria-invalid="true" aria-describedby="error"` : html``;
  const signUp =
    tenant.settings.signUps && html`<p class="after"><a href="/u/signup?state=${state}">Sign up</a></p>`;
  const content = html`<p>Log in to Local Auth0 to continue to ${tenant.config.app.name}.</p>
<form method="post" action="/u/login?state=${state}">${form.field}
${error || undefined}
<label for="username">Email address</label>
<input id="username" name="username" type="email" autocomplete="username" required value="${view.email}"${invalid}${focus(!view.email)}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${invalid}${focus(!!view.email)}>
<button type="submit">Continue</button>
<p class="after"><a href="/u/reset-request?state=${state}">Forgot password?</a></p>
${signUp || undefined}
</form>`;
  return page(view.error ? 400 : 200, "Welcome", content, form.cookies);
}

function focus(wanted: boolean) {
  return wanted ? html` autofocus` : html``;
}
