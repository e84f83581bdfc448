import type { Call, Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { findUserByEmail } from "../users/find-user-by-email";
import { presentUser } from "../users/present-user";
import { apiError } from "./api-error";
import { readQuery } from "./read-query";
import { selectFields } from "./select-fields";

/** GET /api/v2/users-by-email. Case-sensitive: addresses are stored in lower case. */
export async function usersByEmail(tenant: Tenant, call: Call): Promise<Reply> {
  const outcome = readQuery(call, ["email", "fields", "include_fields"]);
  if (!outcome.ok) return outcome.reply;
  const email = outcome.query.get("email");
  if (!email)
    return apiError(
      400,
      "Query validation error: 'Missing required property: email'.",
      "invalid_query_string",
    );
  const user = await findUserByEmail(tenant.db, email);
  if (user) call.ids.user_id = user.user_id;
  const found = user ? [presentUser(user, tenant.config.connection.name)] : [];
  return replyJson(
    200,
    found.map((shown) => selectFields(shown, outcome.query)),
  );
}
