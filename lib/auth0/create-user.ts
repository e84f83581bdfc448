import { randomBytes } from "node:crypto";
import { env } from "@/lib/base/env";
import { type Auth0User, toAuth0User } from "./auth0-user";
import { type Auth0Failure, callAuth0 } from "./call-auth0";
import { managementClient } from "./management-client";

/**
 * Creates one user whose password nobody knows; they choose one by "Forgot password?". Used for staff only:
 * everybody else comes by bulk import. Auth0 sends no mail (`verify_email: false`).
 * @param user `id` becomes the part behind `auth0|`
 */
export async function createAuth0User(user: {
  id: string;
  mailbox: string;
}): Promise<{ ok: true; value: Auth0User } | Auth0Failure> {
  return callAuth0({ name: "users.create", group: "users-write", urgent: false }, async () =>
    toAuth0User(
      await managementClient().users.create({
        connection: env().AUTH0_CONNECTION,
        user_id: user.id,
        email: user.mailbox,
        email_verified: false,
        verify_email: false,
        password: `${randomBytes(32).toString("base64url")}aA1!`,
      }),
    ),
  );
}
