import { env } from "@/lib/base/env";
import type { Env } from "@/lib/base/env-schema";

/** How to reach the Auth0 tenant. In local mode http to this machine is allowed; otherwise https only. */
export type Auth0Tenant = {
  /** The `iss` of its ID tokens, with a trailing slash as Auth0 writes it. */
  issuer: string;
  /** Where its pages are. */
  origin: string;
  /** What the sign-in SDK takes as domain. */
  signInDomain: string;
  allowInsecureRequests: boolean;
  /** What the management SDK takes as domain: never with a scheme. */
  managementDomain: string;
  managementFetch: typeof fetch;
};

/** The tenant that the environment names. */
export function auth0Tenant(): Auth0Tenant {
  return tenantOf(env());
}

/** The tenant that these settings name: the one place where local mode changes what the portal does. */
export function tenantOf({
  AUTH0_MODE,
  AUTH0_DOMAIN,
}: Pick<Env, "AUTH0_MODE" | "AUTH0_DOMAIN">): Auth0Tenant {
  if (AUTH0_MODE === "local") return localTenant(AUTH0_DOMAIN);
  return {
    issuer: `https://${AUTH0_DOMAIN}/`,
    origin: `https://${AUTH0_DOMAIN}`,
    signInDomain: AUTH0_DOMAIN,
    allowInsecureRequests: false,
    managementDomain: AUTH0_DOMAIN,
    managementFetch: fetch,
  };
}

function localTenant(origin: string): Auth0Tenant {
  const { host } = new URL(origin);
  return {
    issuer: `${origin}/`,
    origin,
    signInDomain: origin,
    allowInsecureRequests: true,
    managementDomain: host,
    // The SDK writes https:// in front of every domain; on this machine, and for this origin alone, it is http.
    managementFetch: (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      if (!url.startsWith(`https://${host}/`)) throw new Error("local mode calls the local tenant only");
      return fetch(url.replace(/^https:/, "http:"), init);
    },
  };
}
