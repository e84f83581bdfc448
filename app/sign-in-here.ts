import { headers } from "next/headers";
import { currentRequest } from "@/lib/base/request-context";
import { pageToComeBackTo } from "./page-to-come-back-to";

/**
 * Where somebody who is signed out goes from a page: straight to the sign-in, for a browser on its way here, and back
 * afterwards. The router's own look, from a page that is open already, can't follow to another site: it is led to the
 * start page, which offers the sign-in (Fetch Metadata, W3C).
 */
export async function signInHere(): Promise<string> {
  const mode = (await headers()).get("sec-fetch-mode") ?? "navigate";
  if (mode !== "navigate") return "/";
  const { asked = "/" } = currentRequest() ?? {};
  return `/auth/login?returnTo=${encodeURIComponent(pageToComeBackTo(asked))}`;
}
