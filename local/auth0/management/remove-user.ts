import type { Call, Reply } from "../server/call";
import type { Tenant } from "../tenant";
import { deleteUser } from "../users/delete-user";

/** DELETE /api/v2/users/{id}: 204, also where there was nobody to delete. */
export async function removeUser(tenant: Tenant, call: Call): Promise<Reply> {
  const id = call.params.id ?? "";
  call.ids.user_id = id;
  await deleteUser(tenant.db, id);
  return { status: 204, headers: {}, body: "" };
}
