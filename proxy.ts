import { type NextRequest, NextResponse } from "next/server";
import { signInClient } from "@/lib/auth0/sign-in-client";

/** The sign-in SDK mounts more than we use; whatever is not here does not exist. */
const used = new Set(["/auth/login", "/auth/logout", "/auth/callback", "/auth/backchannel-logout"]);

/** Hands the sign-in routes to Auth0's SDK. It guards nothing: pages and verbs do that themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!used.has(request.nextUrl.pathname)) return new NextResponse(null, { status: 404 });
  return signInClient().middleware(request);
}

export const config = { matcher: ["/auth/:path*", "/me/:path*", "/my-org/:path*"] };
