import { env } from "@/lib/base/env";

/** Sends the browser on with GET (303), to a page of ours or to an absolute URL, and keeps that out of caches and referrers. */
export function seeOther(location: string): Response {
  const absolute = new URL(location, env().APP_BASE_URL).toString();
  return new Response(null, {
    status: 303,
    headers: { Location: absolute, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
  });
}
