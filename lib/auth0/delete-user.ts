import { type Auth0Failure, callAuth0 } from "./call-auth0";
import { managementClient } from "./management-client";

/** Deletes an identity. Auth0 answers alike whether or not it existed, so repeating it changes nothing. */
export async function deleteAuth0User(
  auth0UserId: string,
): Promise<{ ok: true; value: null } | Auth0Failure> {
  return callAuth0({ name: "users.delete", group: "users-write", urgent: false }, async () => {
    await managementClient().users.delete(auth0UserId);
    return null;
  });
}
