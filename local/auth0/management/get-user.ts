import type { Call, Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { findUser } from "../users/find-user";
import { presentUser } from "../users/present-user";
import { apiError } from "./api-error";
import { readQuery } from "./read-query";
import { selectFields } from "./select-fields";

/** GET /api/v2/users/{id}. Never lags behind, unlike the list. */
export async function getUser(tenant: Tenant, call: Call): Promise<Reply> {
  const outcome = readQuery(call, ["fields", "include_fields"]);
  if (!outcome.ok) return outcome.reply;
  const id = call.params.id ?? "";
  call.ids.user_id = id;
  const user = await findUser(tenant.db, id);
  if (!user) return apiError(404, "The user does not exist.", "inexistent_user");
  return replyJson(200, selectFields(presentUser(user, tenant.config.connection.name), outcome.query));
}
