import { env } from "@/lib/base/env";
import { type Auth0Failure, callAuth0 } from "./call-auth0";
import { managementClient } from "./management-client";

/** How long a ticket lives. Short, because it is made when the person clicks. Never 0: Auth0 reads that as five days. */
export const TICKET_TTL_SECONDS = 60 * 60;

/**
 * Makes a one-use ticket and answers its URL. The URL is a credential: it goes into one redirect and nowhere else.
 * With Universal Login the way back is the application's login URI, chosen by `client_id`; with classic login it is
 * `result_url`. Auth0 refuses both together (Auth0, Management API: tickets).
 */
export async function createTicket(
  kind: "email-verification" | "password-change",
  auth0UserId: string,
): Promise<{ ok: true; value: { url: string } } | Auth0Failure> {
  return callAuth0({ name: `tickets.${kind}`, group: "other", urgent: true }, async () => {
    const { tickets } = managementClient();
    const body = {
      user_id: auth0UserId,
      ttl_sec: TICKET_TTL_SECONDS,
      includeEmailInRedirect: false,
      ...wayBack(),
    };
    const reply = await (kind === "email-verification"
      ? tickets.verifyEmail(body)
      : tickets.changePassword(body));
    return { url: reply.ticket };
  });
}

function wayBack(): { client_id: string } | { result_url: string } {
  const { AUTH0_LOGIN_STYLE, AUTH0_CLIENT_ID, APP_BASE_URL } = env();
  return AUTH0_LOGIN_STYLE === "universal"
    ? { client_id: AUTH0_CLIENT_ID }
    : { result_url: `${APP_BASE_URL}/continue` };
}
