import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { answerPlainly } from "@/components/answer-plainly";
import { answerTooOften } from "@/components/answer-too-often";
import { allowedMethods } from "@/lib/access/allowed-methods";
import { limitRequest } from "@/lib/access/limit-request";
import { sessionCookieName } from "@/lib/auth0/session-cookie-name";
import { signInClient } from "@/lib/auth0/sign-in-client";
import { auth0Tenant } from "@/lib/auth0/tenant";
import { contentPolicy } from "@/lib/base/content-policy";
import { env } from "@/lib/base/env";
import { isHttps } from "@/lib/base/is-https";
import { currentRequest } from "@/lib/base/request-context";

/** The sign-in SDK mounts more than we use; whatever is not here does not exist. */
const used = new Set(["/auth/login", "/auth/logout", "/auth/callback", "/auth/backchannel-logout"]);
const ofSdk = /^\/(?:auth|me|my-org)\//;
/** Next.js's own page of last resort is drawn where it is needed; asked for by its address it would answer 500. */
const lastResort = "/_global-error";

/**
 * Stands before every page: refuses methods that an address does not answer and what is asked too often, hands the
 * sign-in routes to Auth0's SDK, and sends the headers that tell the browser what a page may do. It guards nothing:
 * pages and verbs do that themselves.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const answer = (await refuse(request)) ?? (await handOn(request));
  // Next.js hands these to the page too, and takes its nonce from there.
  answer.headers.set("Content-Security-Policy", policy());
  if (isHttps()) answer.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  return answer;
}

async function refuse(request: NextRequest): Promise<Response | null> {
  const { method, headers, nextUrl, cookies } = request;
  const { id, address = "" } = currentRequest() ?? {};
  const path = nextUrl.pathname;
  if ((ofSdk.test(path) && !used.has(path)) || path === lastResort)
    return new NextResponse(null, { status: 404 });
  const allowed = allowedMethods(path, headers);
  if (!allowed.includes(method))
    return answerPlainly(405, { ...notLikeThis, requestId: id }, { Allow: allowed.join(", ") });
  const session = cookies.get(sessionCookieName())?.value;
  const turn = await limitRequest({ method, path, session, address });
  return turn.ok ? null : answerTooOften(turn.retryAfter, id, headers.has("next-action"));
}

const notLikeThis = {
  title: "This can't be asked like that",
  text: "There is something at this address, but it does not answer this kind of request. Nothing was done.",
};

async function handOn(request: NextRequest): Promise<Response> {
  return used.has(request.nextUrl.pathname) ? signInClient().middleware(request) : NextResponse.next();
}

function policy(): string {
  return contentPolicy({
    nonce: randomBytes(16).toString("base64"),
    signInOrigin: auth0Tenant().origin,
    https: isHttps(),
    development: env().NODE_ENV === "development",
  });
}

export const config = {
  // Not for files of the build, and not for uploads: what passes a proxy arrives cut at 10 MB, without an error. A
  // route below `uploads` checks its caller and its sender's origin by itself.
  matcher: ["/((?!_next/static/|t/[^/]+/analytics/uploads/[^/]+$).*)"],
};
