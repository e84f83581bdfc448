import { NextRequest } from "next/server";
import { afterEach, expect, it, vi } from "vitest";

const settings = {
  DATABASE_URL: "postgres://app:pw@127.0.0.1:1/analystick",
  AUTH0_DOMAIN: "acme.eu.auth0.com",
  AUTH0_CLIENT_ID: "id",
  AUTH0_CLIENT_SECRET: "secret",
  AUTH0_SECRET: "a".repeat(64),
  AUTH0_CONNECTION_ID: "con_0123456789abcdef",
  INVITATION_SECRET: "b".repeat(64),
  SMTP_URL: "smtp://mail:25",
  MAIL_FROM: "letters@example.com",
};

const issuer = "https://acme.eu.auth0.com/";
const discovery = {
  issuer,
  authorization_endpoint: `${issuer}authorize`,
  token_endpoint: `${issuer}oauth/token`,
  jwks_uri: `${issuer}.well-known/jwks.json`,
  end_session_endpoint: `${issuer}oidc/logout`,
};

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** The cookies that the sign-in SDK sets at an address. */
async function cookiesAt(baseUrl: string, path: string, sent = ""): Promise<string[]> {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...settings, APP_BASE_URL: baseUrl })) vi.stubEnv(name, value);
  vi.stubGlobal("fetch", async () => Response.json(discovery));
  const { signInClient } = await import("./sign-in-client");
  const request = new NextRequest(`${baseUrl}${path}`, { headers: { cookie: sent } });
  return (await signInClient().middleware(request)).headers.getSetCookie();
}

it("names the cookies of a sign-in __Host- on https, with all that browsers ask for that", async () => {
  const [transaction] = await cookiesAt("https://portal.example.com", "/auth/login");
  expect(transaction).toMatch(/^__Host-analystick_txn_/);
  expect(transaction).toMatch(/; Path=\/;/);
  expect(transaction).toMatch(/; Secure; HttpOnly; SameSite=lax$/);
  expect(transaction).not.toMatch(/Domain=/i);
});

it("clears the __Host- session so that browsers obey", async () => {
  const cleared = await cookiesAt("https://portal.example.com", "/auth/logout");
  const session = cleared.find((cookie) => cookie.startsWith("__Host-analystick_session="));
  expect(session).toMatch(/; Path=\/; Max-Age=0; Secure/);
});

it("keeps plain names on http, where browsers would refuse the others", async () => {
  const [transaction] = await cookiesAt("http://localhost:3000", "/auth/login");
  expect(transaction).toMatch(/^analystick_txn_/);
  expect(transaction).not.toContain("Secure");
});

it("names the invitation's cookie in the same way", async () => {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...settings, APP_BASE_URL: "https://portal.example.com" }))
    vi.stubEnv(name, value);
  const { cookieName } = await import("@/lib/base/cookie-name");
  expect(cookieName("analystick_invitation")).toBe("__Host-analystick_invitation");
});
