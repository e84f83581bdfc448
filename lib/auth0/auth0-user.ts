import { env } from "@/lib/base/env";

/** What the portal reads of an Auth0 user. */
export type Auth0User = {
  id: string;
  emailVerified: boolean;
  blocked: boolean;
  lastPasswordReset: Date | null;
  loginsCount: number;
  /** Whether the user lives in the connection that the portal imports into. */
  inOurConnection: boolean;
};

type Reply = {
  user_id?: string | undefined;
  email_verified?: boolean | undefined;
  blocked?: boolean | undefined;
  last_password_reset?: unknown;
  logins_count?: number | undefined;
  identities?: { connection?: string | undefined }[] | undefined;
};

/** Auth0's words in, ours out. */
export function toAuth0User(reply: Reply): Auth0User {
  return {
    id: reply.user_id ?? "",
    emailVerified: reply.email_verified === true,
    blocked: reply.blocked === true,
    lastPasswordReset: momentOf(reply.last_password_reset),
    loginsCount: reply.logins_count ?? 0,
    inOurConnection: (reply.identities ?? []).some(({ connection }) => connection === env().AUTH0_CONNECTION),
  };
}

function momentOf(value: unknown): Date | null {
  const moment = value instanceof Date ? value : typeof value === "string" ? new Date(value) : null;
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment;
}
