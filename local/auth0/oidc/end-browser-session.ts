import type { Call } from "../server/call";
import { readCookie } from "../server/read-cookie";
import type { Tenant } from "../tenant";
import { cookieNames } from "./cookie-names";

/**
 * Ends the login session of the browser that sent the call and voids the grants made in it.
 * @returns the `set-cookie` values that remove the session's cookies
 */
export async function endBrowserSession(tenant: Tenant, call: Call): Promise<string[]> {
  const name = cookieNames(tenant.config.port).session;
  const id = readCookie(call.req, name);
  if (id) await deleteSession(tenant, id);
  return [name, `${name}.sig`].map((cookie) => `${cookie}=; path=/; max-age=0; httponly; samesite=lax`);
}

async function deleteSession({ db }: Tenant, id: string): Promise<void> {
  await db`
    with session as (
      delete from oidc_records where model = 'Session' and id = ${id}
      returning coalesce(payload->'authorizations', '{}') as authorizations
    ), grants as (
      select client.value->>'grantId' as id from session, jsonb_each(session.authorizations) as client
    )
    delete from oidc_records
    where grant_id in (select id from grants) or (model = 'Grant' and id in (select id from grants))`;
}
