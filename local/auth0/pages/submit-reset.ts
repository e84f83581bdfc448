import type { Call, Reply } from "../server/call";
import { readForm } from "../server/read-form";
import type { Tenant } from "../tenant";
import { redeemPasswordChange } from "../tickets/redeem-password-change";
import { MINIMUM_PASSWORD_LENGTH, passwordIsStrong } from "../users/password-is-strong";
import { checkForm } from "./check-form";
import { passwordForm } from "./password-form";
import { staleFormPage } from "./stale-form-page";
import { ticketResult } from "./ticket-result";

/** POST /u/reset-verify and POST /lo/reset: sets the new password. */
export async function submitReset(tenant: Tenant, call: Call): Promise<Reply> {
  const form = await readForm(call);
  if (!checkForm(tenant, call, form)) return staleFormPage();
  const password = form.get("password-reset") ?? "";
  const problem = problemWith(password, form.get("re-enter-password") ?? "");
  if (problem) return passwordForm(tenant, call, form.get("email") ?? "", problem);
  const secret = call.url.searchParams.get("ticket") ?? "";
  const outcome = await redeemPasswordChange(tenant, secret, password, form.get("form_token") ?? "");
  if (outcome.ticket) call.ids.user_id = outcome.ticket.user_id;
  return ticketResult(tenant, "password-change", outcome, 303);
}

function problemWith(password: string, repeated: string): string | undefined {
  if (!passwordIsStrong(password))
    return `Your password must have at least ${MINIMUM_PASSWORD_LENGTH} characters.`;
  return password === repeated ? undefined : "Passwords don't match";
}
