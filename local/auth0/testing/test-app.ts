/** The application and the connection that the tests' tenants are configured with. */
export const app = { url: "http://localhost:4190", clientId: "portal", clientSecret: "portal-secret" };
export const connection = { id: "con_0123456789abcdef", name: "Username-Password-Authentication" };
