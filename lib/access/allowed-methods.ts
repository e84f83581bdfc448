/** Route handlers that answer something else than a page does. A test holds this against the handlers there are. */
const handlers: readonly [RegExp, readonly string[]][] = [
  [/^\/invitations\/[^/]+\/(?:step|ask)$/, ["POST"]],
  [/^\/continue\/(?:step|ask)$/, ["POST"]],
  [/^\/auth\/backchannel-logout$/, ["POST"]],
  [/^\/auth\//, ["GET"]],
];

const page = ["GET", "HEAD"] as const;

/**
 * The methods that an address answers; whatever else is asked of it is refused with 405 (RFC 9110, 15.5.6). A page
 * takes a POST only for a server action, which names itself in `Next-Action` or comes as a form with parts; without
 * this, Next.js would draw the page as if it had been asked for.
 */
export function allowedMethods(path: string, headers: Headers): readonly string[] {
  const handler = handlers.find(([pattern]) => pattern.test(path));
  if (handler !== undefined) return handler[1];
  const isAction =
    headers.has("next-action") || headers.get("content-type")?.startsWith("multipart/form-data") === true;
  return isAction ? [...page, "POST"] : page;
}
