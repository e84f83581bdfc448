import { errors, interactionPolicy } from "oidc-provider";
import type { Database } from "../store/connect";
import { findUser } from "../users/find-user";

/**
 * When a browser must see the login page: the engine's own rules (no session, `prompt=login`, `max_age`), without
 * a consent page, since Auth0 asks for none with a first-party application. A blocked user's session is answered
 * with Auth0's error instead.
 */
export function loginPolicy(db: Database): interactionPolicy.Prompt[] {
  const policy = interactionPolicy.base();
  policy.remove("consent");
  policy.get("login")?.checks.add(
    new interactionPolicy.Check("user_blocked", "user is blocked", async (ctx) => {
      const accountId = ctx.oidc.session?.accountId;
      const user = accountId ? await findUser(db, accountId) : undefined;
      if (user?.blocked) throw new errors.CustomOIDCProviderError("unauthorized", "user is blocked");
      return accountId && !user
        ? interactionPolicy.Check.REQUEST_PROMPT
        : interactionPolicy.Check.NO_NEED_TO_PROMPT;
    }),
  );
  return policy;
}
