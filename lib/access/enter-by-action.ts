import { cookies } from "next/headers";
import { sessionCookieName } from "@/lib/auth0/session-cookie-name";
import { isFromOurPage } from "./is-from-our-page";
import { takeTurn } from "./take-turn";

/**
 * The one wrapper around every server action's entry. An action answers a POST to any path from anywhere, so before
 * its caller is looked at, it makes sure that the form stood on one of our pages; and it counts what they do. Whoever
 * did too much is turned away before their next action begins (proxy.ts).
 */
export async function enterByAction<Entry extends { ok: true } | { ok: false; reason: string }>(
  enter: () => Promise<Entry>,
): Promise<Entry | { ok: false; reason: "not-here" }> {
  if (!(await isFromOurPage())) return { ok: false, reason: "not-here" };
  const entry = await enter();
  const session = (await cookies()).get(sessionCookieName())?.value;
  if (entry.ok && session !== undefined) await takeTurn("action", session);
  return entry;
}
