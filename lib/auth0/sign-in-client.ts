import { Auth0Client } from "@auth0/nextjs-auth0/server";
import { NextResponse } from "next/server";
import { HOUR_MS, SECOND_MS } from "@/lib/base/clock";
import { cookieName } from "@/lib/base/cookie-name";
import { env } from "@/lib/base/env";
import { log } from "@/lib/base/log";
import { ownPath } from "./own-path";
import { sessionCookieName } from "./session-cookie-name";
import { sessionStore } from "./session-store";
import { auth0Tenant } from "./tenant";

let client: Auth0Client | undefined;

/** The sign-in client: routes under /auth, sessions in our database, no tokens in the browser. */
export function signInClient(): Auth0Client {
  client ??= createClient();
  return client;
}

function createClient(): Auth0Client {
  const settings = env("AUTH0_SECRET");
  const tenant = auth0Tenant();
  const absoluteSeconds = (settings.SESSION_HOURS * HOUR_MS) / SECOND_MS;
  return new Auth0Client({
    domain: tenant.signInDomain,
    allowInsecureRequests: tenant.allowInsecureRequests,
    clientId: settings.AUTH0_CLIENT_ID,
    clientSecret: settings.AUTH0_CLIENT_SECRET,
    secret: settings.AUTH0_SECRET,
    appBaseUrl: settings.APP_BASE_URL,
    // With max_age the ID token must say when the password was checked (OpenID Connect Core, 3.1.2.1 and 2).
    authorizationParameters: { scope: "openid profile email", max_age: absoluteSeconds },
    signInReturnToPath: "/",
    enableAccessTokenEndpoint: false,
    session: {
      rolling: false,
      absoluteDuration: absoluteSeconds,
      cookie: { name: sessionCookieName(), sameSite: "lax" },
    },
    transactionCookie: { prefix: cookieName("analystick_txn_"), sameSite: "lax" },
    sessionStore,
    async onCallback(error, { returnTo }) {
      if (error === null) return redirectTo(ownPath(returnTo ?? "/", env().APP_BASE_URL));
      const cause = causeOf(error);
      log("warn", "sign-in.callback-refused", { code: error.code, cause });
      return redirectTo(cause === "unauthorized" ? "/sign-in-problem?reason=blocked" : "/sign-in-problem");
    },
    // Only what we use is kept: who it is, when Auth0 checked the password, and the sign-out hint. The access token
    // opens nothing of ours.
    async beforeSessionSaved(session) {
      const { sub, auth_time } = session.user;
      return { ...session, user: { sub, auth_time }, tokenSet: { ...session.tokenSet, accessToken: "" } };
    },
  });
}

function redirectTo(path: string): NextResponse {
  return NextResponse.redirect(new URL(path, env().APP_BASE_URL), 303);
}

function causeOf(error: { cause?: unknown }): string | null {
  const { cause } = error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : null;
}
