import { type Auth0User, toAuth0User } from "./auth0-user";
import { type Auth0Failure, callAuth0 } from "./call-auth0";
import { managementClient } from "./management-client";

/**
 * Reads one user by id; this endpoint is immediately consistent.
 * @param urgent a person is waiting for the answer
 */
export async function readAuth0User(
  auth0UserId: string,
  { urgent }: { urgent: boolean },
): Promise<{ ok: true; value: Auth0User } | Auth0Failure> {
  return callAuth0({ name: "users.get", group: "users-read", urgent }, async () =>
    toAuth0User(await managementClient().users.get(auth0UserId)),
  );
}
