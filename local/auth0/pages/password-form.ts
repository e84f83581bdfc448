import type { Call, Reply } from "../server/call";
import type { Tenant } from "../tenant";
import { MINIMUM_PASSWORD_LENGTH } from "../users/password-is-strong";
import { html } from "./html";
import { openForm } from "./open-form";
import { page } from "./page";

/** The page on which a person chooses a new password. `error` says what was wrong with the last try. */
export function passwordForm(tenant: Tenant, call: Call, email: string, error?: string): Reply {
  const form = openForm(tenant, call);
  const alert = error ? html`<p class="error" id="error" role="alert">${error}</p>` : undefined;
  const invalid = error ? html` aria-invalid="true"` : html``;
  const described = error ? "error rule" : "rule";
  const content = html`<p>Enter a new password below to change your password.</p>
<form method="post" action="${call.url.pathname}${call.url.search}">${form.field}
${alert}
<input type="text" name="email" autocomplete="username" value="${email}" readonly hidden>
<label for="password-reset">New password</label>
<input id="password-reset" name="password-reset" type="password" autocomplete="new-password" required aria-describedby="${described}"${invalid} autofocus>
<p class="hint" id="rule">At least ${String(MINIMUM_PASSWORD_LENGTH)} characters.</p>
<label for="re-enter-password">Re-enter new password</label>
<input id="re-enter-password" name="re-enter-password" type="password" autocomplete="new-password" required${invalid}>
<button type="submit">Reset password</button>
</form>`;
  return page(error ? 400 : 200, "Change Your Password", content, form.cookies);
}
