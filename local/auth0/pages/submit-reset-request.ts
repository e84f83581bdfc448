import type { Call, Reply } from "../server/call";
import { readForm } from "../server/read-form";
import type { Tenant } from "../tenant";
import { mailTicket } from "../tickets/mail-ticket";
import { findUserByEmail } from "../users/find-user-by-email";
import { checkForm } from "./check-form";
import { messagePage } from "./message-page";
import { staleFormPage } from "./stale-form-page";

/** POST /u/reset-request: mails a link to known addresses and says the same to everybody. */
export async function submitResetRequest(tenant: Tenant, call: Call): Promise<Reply> {
  const form = await readForm(call);
  if (!checkForm(tenant, call, form)) return staleFormPage();
  const email = (form.get("email") ?? "").trim();
  const state = encodeURIComponent(call.url.searchParams.get("state") ?? "");
  const user = await findUserByEmail(tenant.db, email.toLowerCase());
  if (user) {
    call.ids.user_id = user.user_id;
    await mailTicket(tenant, user, "password-change");
  }
  return messagePage(200, {
    title: "Check Your Email",
    text: `Please check the email address ${email} for instructions to reset your password.`,
    button: { label: `Back to ${tenant.config.app.name}`, href: `/u/login?state=${state}` },
  });
}
