import { type Auth0Failure, callAuth0 } from "./call-auth0";
import { managementClient } from "./management-client";

/** Blocks or unblocks a whole identity: a blocked one cannot sign in anywhere. Repeating it changes nothing. */
export async function setBlocked(
  auth0UserId: string,
  blocked: boolean,
): Promise<{ ok: true; value: null } | Auth0Failure> {
  return callAuth0({ name: "users.block", group: "users-write", urgent: false }, async () => {
    await managementClient().users.update(auth0UserId, { blocked });
    return null;
  });
}
