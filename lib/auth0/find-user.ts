import { type Auth0User, toAuth0User } from "./auth0-user";
import { type Auth0Failure, callAuth0 } from "./call-auth0";
import { managementClient } from "./management-client";

/**
 * Finds the user of a mailbox in the portal's connection, or null. Immediately consistent, unlike a search.
 * @param mailbox canonical: Auth0 compares letter by letter and stores lower case
 */
export async function findAuth0User(
  mailbox: string,
): Promise<{ ok: true; value: Auth0User | null } | Auth0Failure> {
  return callAuth0({ name: "users.by-email", group: "users-read", urgent: false }, async () => {
    const found = await managementClient().users.listUsersByEmail({ email: mailbox });
    return found.map(toAuth0User).find((user) => user.inOurConnection) ?? null;
  });
}
