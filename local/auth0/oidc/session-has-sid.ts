import type { Call } from "../server/call";
import { readCookie } from "../server/read-cookie";
import type { Tenant } from "../tenant";
import { cookieNames } from "./cookie-names";

/** Whether the browser's login session is the one that the application knows by this `sid`. */
export async function sessionHasSid({ config, db }: Tenant, call: Call, sid: string): Promise<boolean> {
  const id = readCookie(call.req, cookieNames(config.port).session) ?? "";
  const found = await db`
    select 1 from oidc_records
    where model = 'Session' and id = ${id}
      and payload->'authorizations'->${config.app.clientId}->>'sid' = ${sid}`;
  return found.length > 0;
}
