import { DAY_MS, now } from "@/lib/base/clock";
import { env } from "@/lib/base/env";

const VALID_MS = 180 * DAY_MS;

/** Whom to tell of a weakness (RFC 9116). It always expires half a year from now, so it never goes stale. */
export function GET(): Response {
  const { APP_BASE_URL, SECURITY_CONTACT, MAIL_FROM } = env();
  const contact = SECURITY_CONTACT ?? `mailto:security@${domainOf(MAIL_FROM)}`;
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${new Date(now().getTime() + VALID_MS).toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${APP_BASE_URL}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "max-age=3600" },
  });
}

/** The domain of `Name <local@domain>` or `local@domain`. */
function domainOf(sender: string): string {
  return /@([^@>\s]+)>?\s*$/.exec(sender)?.[1] ?? "";
}
