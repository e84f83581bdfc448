import type { Call, Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { findUserByEmail } from "../users/find-user-by-email";

/** GET /users?email=: everything about a user, except that of the password only whether there is one. */
export async function showUser({ db }: Tenant, { url }: Call): Promise<Reply> {
  const user = await findUserByEmail(db, (url.searchParams.get("email") ?? "").toLowerCase());
  if (!user) return replyJson(404, { error: "Nobody has this address." });
  const { password_hash, ...shown } = user;
  return replyJson(200, { ...shown, has_password: password_hash !== null });
}
