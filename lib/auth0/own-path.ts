/**
 * The path of ours that a sign-in may lead back to. Dot segments can hide a second slash at the start, which a
 * browser reads as another host; whatever does not stay with us becomes the start page.
 */
export function ownPath(path: string, appBaseUrl: string): string {
  const target = new URL(path.replace(/^[/\\]+/, "/"), appBaseUrl);
  const inside = `${target.pathname}${target.search}`;
  return target.origin === appBaseUrl && !/^\/[/\\]/.test(inside) ? inside : "/";
}
