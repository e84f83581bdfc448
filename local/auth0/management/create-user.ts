import type { Call, Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { mailTicket } from "../tickets/mail-ticket";
import { insertUser } from "../users/insert-user";
import { passwordIsStrong } from "../users/password-is-strong";
import { presentUser } from "../users/present-user";
import type { NewUser } from "../users/user-row";
import { apiError } from "./api-error";
import { readPayload } from "./read-payload";
import { createUserShape } from "./user-fields";

interface CreateUser extends NewUser {
  connection: string;
  password: string;
  verify_email?: boolean;
}

/** POST /api/v2/users. Mails a verification link unless told not to, as Auth0 does. */
export async function createUser(tenant: Tenant, call: Call): Promise<Reply> {
  const body = await readPayload<CreateUser>(call, createUserShape);
  if (!body.ok) return body.reply;
  const { connection, verify_email, ...user } = body.payload;
  if (connection !== tenant.config.connection.name)
    return apiError(400, "The connection does not exist.", "inexistent_connection");
  if (!passwordIsStrong(user.password))
    return apiError(400, "PasswordStrengthError: Password is too weak", "invalid_password");
  const row = await insertUser(tenant.db, user, tenant.clock.now());
  if (!row) return apiError(409, "The user already exists.", "auth0_idp_error");
  call.ids.user_id = row.user_id;
  if (verify_email ?? !row.email_verified) await mailTicket(tenant, row, "email-verification");
  return replyJson(201, presentUser(row, tenant.config.connection.name));
}
