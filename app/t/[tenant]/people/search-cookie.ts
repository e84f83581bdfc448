import { cookies } from "next/headers";
import { MINUTE_MS, SECOND_MS } from "@/lib/base/clock";
import { env } from "@/lib/base/env";

const SEARCH_COOKIE = "analystick_search";
/** Stands in the address in place of a searched text that must not. */
export const KEPT = "kept";

/** Keeps a searched address out of the page's own: for a quarter of an hour, for this list only. */
export async function keepSearch(slug: string, search: string): Promise<void> {
  (await cookies()).set({
    name: SEARCH_COOKIE,
    value: search,
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_BASE_URL.startsWith("https:"),
    path: `/t/${slug}/people`,
    maxAge: (15 * MINUTE_MS) / SECOND_MS,
  });
}

/** The kept search; undefined when it ran out. */
export async function readKeptSearch(): Promise<string | undefined> {
  return (await cookies()).get(SEARCH_COOKIE)?.value;
}
