/** The Management API's audience. Auth0's SDK asks with https whatever the scheme of the tenant. */
export function managementAudiences(port: number): readonly string[] {
  return [`https://localhost:${port}/api/v2/`, `http://localhost:${port}/api/v2/`];
}
