import { isHttps } from "./is-https";

/**
 * A cookie's name. Over https it says `__Host-`: browsers then take it from this host only, encrypted, for every path
 * (RFC 6265bis, 4.1.3.2), so no neighbouring host can plant one. Plain http cannot have it.
 */
export function cookieName(name: string): string {
  return isHttps() ? `__Host-${name}` : name;
}
