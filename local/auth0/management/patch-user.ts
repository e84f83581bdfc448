import type { Call, Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { passwordIsStrong } from "../users/password-is-strong";
import { presentUser } from "../users/present-user";
import { type UserChanges, updateUser } from "../users/update-user";
import { apiError } from "./api-error";
import { readPayload } from "./read-payload";
import { updateUserShape } from "./user-fields";

interface UpdateUser extends UserChanges {
  connection?: string;
  client_id?: string;
  verify_email?: boolean;
  verify_phone_number?: boolean;
}

/** Pairs that one call must not change together. Source: Auth0 Management API v2, "Update a User", 400 replies. */
const apart = [
  ["password", "email"],
  ["password", "email_verified"],
  ["username", "password"],
  ["username", "email"],
  ["username", "email_verified"],
] as const;

/** PATCH /api/v2/users/{id}. Metadata is merged at its top level, everything else replaced. */
export async function patchUser(tenant: Tenant, call: Call): Promise<Reply> {
  const body = await readPayload<UpdateUser>(call, updateUserShape);
  if (!body.ok) return body.reply;
  const { connection, client_id: _, verify_email: __, verify_phone_number: ___, ...changes } = body.payload;
  const id = call.params.id ?? "";
  call.ids.user_id = id;
  const refusal = judgeChanges(tenant, connection, changes);
  if (refusal) return refusal;
  const outcome = await updateUser(tenant.db, id, changes, tenant.clock.now());
  if (outcome.ok) return replyJson(200, presentUser(outcome.user, tenant.config.connection.name));
  return outcome.reason === "no-such-user"
    ? apiError(404, "The user does not exist.", "inexistent_user")
    : apiError(400, "The specified new email already exists", "email_already_exists");
}

function judgeChanges(
  { config }: Tenant,
  connection: string | undefined,
  changes: UserChanges,
): Reply | undefined {
  if (connection !== undefined && connection !== config.connection.name)
    return apiError(400, "The connection does not exist.", "inexistent_connection");
  const pair = apart.find(([one, other]) => changes[one] !== undefined && changes[other] !== undefined);
  if (pair) return apiError(400, `Cannot update ${pair[0]} and ${pair[1]} simultaneously`, "invalid_body");
  if (changes.password !== undefined && !passwordIsStrong(changes.password))
    return apiError(400, "PasswordStrengthError: Password is too weak", "invalid_password");
  return undefined;
}
