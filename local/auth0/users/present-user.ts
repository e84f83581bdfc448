import type { UserRow } from "./user-row";

/**
 * A user as the Management API shows it: attributes that were never set are left out, as is the password.
 * Source: Auth0 Management API v2, "Get a User".
 */
export function presentUser(user: UserRow, connectionName: string): Record<string, unknown> {
  const { password_hash: _, failed_logins: __, logins_count, ...attributes } = user;
  const shown = {
    ...attributes,
    identities: [
      {
        connection: connectionName,
        provider: "auth0",
        user_id: user.user_id.slice("auth0|".length),
        isSocial: false,
      },
    ],
    logins_count: logins_count > 0 ? logins_count : null,
  };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== null));
}
