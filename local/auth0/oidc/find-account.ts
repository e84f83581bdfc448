import type { FindAccount } from "oidc-provider";
import type { Database } from "../store/connect";
import { findUser } from "../users/find-user";
import type { UserRow } from "../users/user-row";

/** Lets the OpenID Connect engine look users up by their `sub`. */
export function findAccount(db: Database): FindAccount {
  return async (_ctx, sub) => {
    const user = await findUser(db, sub);
    return user && { accountId: sub, claims: async () => claimsOf(user) };
  };
}

/** The claims of an ID token or of /userinfo; scopes decide which of them are shown. */
function claimsOf(user: UserRow) {
  return {
    sub: user.user_id,
    name: user.name,
    nickname: user.nickname,
    picture: user.picture,
    given_name: user.given_name ?? undefined,
    family_name: user.family_name ?? undefined,
    updated_at: user.updated_at.toISOString(),
    email: user.email,
    email_verified: user.email_verified,
  };
}
