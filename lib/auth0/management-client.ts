import { ManagementClient } from "auth0";
import { env } from "@/lib/base/env";
import { auth0Tenant } from "./tenant";

const TIMEOUT_SECONDS = 20;

let client: ManagementClient | undefined;

/**
 * Auth0's Management API with the portal's five scopes. The SDK's own retries are off: it would repeat POSTs
 * blindly, while our stations know how to repeat each call without harm.
 */
export function managementClient(): ManagementClient {
  client ??= createClient();
  return client;
}

function createClient(): ManagementClient {
  const { AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET } = env();
  const tenant = auth0Tenant();
  return new ManagementClient({
    domain: tenant.managementDomain,
    clientId: AUTH0_CLIENT_ID,
    clientSecret: AUTH0_CLIENT_SECRET,
    fetch: tenant.managementFetch,
    timeoutInSeconds: TIMEOUT_SECONDS,
    maxRetries: 0,
  });
}
