import type { TestTenant } from "./start-test-tenant";

/** GETs a path of the tenant with a bearer token and reads the JSON it answers. */
export async function getWithToken({ origin }: TestTenant, path: string, token: string) {
  const reply = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const body: unknown = await reply.json();
  return { status: reply.status, headers: reply.headers, body };
}
