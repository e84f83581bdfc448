/**
 * What a page may load and where it may send people (Content Security Policy Level 3).
 * @param nonce of this answer alone; Next.js puts it on its own scripts
 * @param signInOrigin where forms may lead: the letter's button is answered with a redirect there, which Chromium
 *   counts as sending the form there
 * @param https whether the portal is reached over https
 * @param development whether the page comes from the development server, which evaluates code to
 *   replace parts and lays its own tools over the page
 */
export function contentPolicy({
  nonce,
  signInOrigin,
  https,
  development,
}: {
  nonce: string;
  signInOrigin: string;
  https: boolean;
  development: boolean;
}): string {
  const directives = [
    "default-src 'none'",
    // What a trusted script loads is trusted; nothing else is, not even a file of ours.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The development server's own tools style themselves inline; a nonce beside it would void that word.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Meters carry their width in an attribute. An attribute styles its own element only and loads nothing from
    // elsewhere, as img-src and font-src still hold.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    `form-action 'self' ${signInOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}
