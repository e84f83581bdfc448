/**
 * Whether a POST comes from one of our own pages. Browsers say so in `Sec-Fetch-Site` (Fetch Metadata, W3C); older
 * ones only in `Origin`, which is compared with the configured base URL, never with the request's own Host.
 */
export function isSameOrigin(headers: Headers, appBaseUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  return headers.get("origin") === appBaseUrl;
}
