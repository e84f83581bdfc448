import { createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authorize } from "./testing/authorize";
import { exchangeCode } from "./testing/exchange-code";
import { openBrowser } from "./testing/open-browser";
import { startTestTenant, type TestTenant } from "./testing/start-test-tenant";
import { app } from "./testing/test-app";

const ann = { email: "ann@acme.test", password: "correct horse battery" };
const bob = { email: "bob@acme.test", password: "staple of bob" };
let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  await tenant.control("POST /reset");
  await tenant.control("POST /users", { ...ann, name: "Ann", email_verified: true });
  await tenant.control("POST /users", bob);
});

async function signIn(
  browser = openBrowser(tenant.origin),
  person = ann,
  extra: Record<string, string> = {},
) {
  const request = authorize(tenant.origin, extra);
  const login = await browser.open(request.url);
  const arrived = await browser.submit(login, { username: person.email, password: person.password });
  return { browser, request, arrived };
}

test("a person signs in, and the ID token says what Auth0's says", async () => {
  const { request, arrived } = await signIn();
  const callback = new URL(arrived.url);
  expect(`${callback.origin}${callback.pathname}`).toBe(`${app.url}/auth/callback`);
  expect(callback.searchParams.get("state")).toBe(request.state);
  const { claims, body } = await exchangeCode(tenant.origin, arrived.url, request.verifier);
  expect(claims).toMatchObject({
    iss: `${tenant.origin}/`,
    aud: app.clientId,
    nonce: request.nonce,
    name: "Ann",
    nickname: "ann",
    email: ann.email,
    email_verified: true,
    sub: expect.stringMatching(/^auth0\|/),
    sid: expect.any(String),
    picture: expect.stringMatching(/^https:/),
  });
  expect(claims).not.toHaveProperty("auth_time");
  const userinfo = await fetch(`${tenant.origin}/userinfo`, {
    headers: { authorization: `Bearer ${body.access_token}` },
  });
  expect(await userinfo.json()).toMatchObject({ sub: claims.sub, email: ann.email });
});

test("a login is counted and dated", async () => {
  await signIn();
  const [user] = await tenant.management.users.listUsersByEmail({ email: ann.email });
  expect(user).toMatchObject({ logins_count: 1, last_ip: expect.any(String) });
  expect(Date.parse(String(user?.last_login))).toBeGreaterThan(Date.now() - 60_000);
});

test("login_hint fills in the address", async () => {
  const { url } = authorize(tenant.origin, { login_hint: 'o"brien@acme.test' });
  const login = await openBrowser(tenant.origin).open(url);
  expect(login.body).toContain('value="o&#34;brien@acme.test"');
});

test("a wrong password and an unknown address get the same answer, and no way to sign up", async () => {
  const wrong = await signIn(undefined, { ...ann, password: "wrong" });
  const unknown = await signIn(undefined, { email: "nobody@acme.test", password: "wrong" });
  for (const { arrived } of [wrong, unknown]) {
    expect(arrived.body).toContain("Wrong email or password");
    expect(arrived.body).not.toMatch(/sign.?up/i);
  }
});

test("ten wrong passwords block the account until its password is changed", async () => {
  for (let attempt = 0; attempt < 10; attempt += 1) await signIn(undefined, { ...ann, password: "wrong" });
  const { arrived } = await signIn();
  expect(arrived.body).toContain("blocked after multiple consecutive login attempts");
});

test("a session signs in without asking; prompt=login and max_age ask again", async () => {
  const { browser } = await signIn();
  expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/auth/callback?code=");
  const again = await browser.open(authorize(tenant.origin, { prompt: "login" }).url);
  expect(again.url).toContain("/u/login?state=");
  const { arrived, request } = await signIn(browser, ann, { max_age: "0" });
  const { claims } = await exchangeCode(tenant.origin, arrived.url, request.verifier);
  expect(claims.auth_time).toBeTypeOf("number");
});

test("prompt=none without a session answers login_required", async () => {
  const { url } = await openBrowser(tenant.origin).open(authorize(tenant.origin, { prompt: "none" }).url);
  expect(new URL(url).searchParams.get("error")).toBe("login_required");
});

test("a blocked person is sent back with Auth0's error, from the login page and from a session", async () => {
  const { browser } = await signIn();
  const [user] = await tenant.management.users.listUsersByEmail({ email: ann.email });
  await tenant.management.users.update(String(user?.user_id), { blocked: true });
  const fromSession = await browser.open(authorize(tenant.origin).url);
  const fromLogin = (await signIn()).arrived;
  for (const place of [fromSession, fromLogin]) {
    const query = new URL(place.url).searchParams;
    expect(query.get("error")).toBe("unauthorized");
    expect(query.get("error_description")).toBe("user is blocked");
  }
});

test("somebody else can sign in over an earlier session without another click", async () => {
  const { browser } = await signIn();
  const { arrived, request } = await signIn(browser, bob, { prompt: "login" });
  const { claims } = await exchangeCode(tenant.origin, arrived.url, request.verifier);
  expect(claims.email).toBe(bob.email);
});

test("the same login form sent twice ends at the application both times", async () => {
  const browser = openBrowser(tenant.origin);
  const login = await browser.open(authorize(tenant.origin).url);
  const fields = { username: ann.email, password: ann.password };
  expect((await browser.submit(login, fields)).url).toContain("/auth/callback?code=");
  expect((await browser.submit(login, fields)).url).toBe(
    `${app.url}/continue?iss=${encodeURIComponent(`${tenant.origin}/`)}`,
  );
});

test("a login page opened by another browser is of no use", async () => {
  const login = await openBrowser(tenant.origin).open(authorize(tenant.origin).url);
  const victim = await openBrowser(tenant.origin).open(login.url);
  expect(victim.url).toContain(`${app.url}/continue`);
});

test("a form without its browser's token is refused", async () => {
  const browser = openBrowser(tenant.origin);
  const login = await browser.open(authorize(tenant.origin).url);
  const refused = await browser.submit(login, { form_token: "forged", username: ann.email, password: "x" });
  expect(refused.status).toBe(403);
});

test("codes fail as Auth0 says: unknown, used, wrong verifier, wrong secret", async () => {
  const { arrived, request } = await signIn();
  const exchange = (extra: Record<string, string>) =>
    exchangeCode(tenant.origin, arrived.url, request.verifier, extra);
  const invalid = { error: "invalid_grant", error_description: "Invalid authorization code" };
  expect(await exchange({ client_secret: "wrong" })).toMatchObject({
    status: 401,
    body: { error: "access_denied", error_description: "Unauthorized" },
  });
  expect(await exchange({ code: "forged" })).toMatchObject({ status: 403, body: invalid });
  expect(await exchange({ code_verifier: "x".repeat(43) })).toMatchObject({
    status: 403,
    body: { error: "invalid_grant", error_description: "Failed to verify code verifier" },
  });
  expect((await exchange({})).status).toBe(200);
  expect(await exchange({})).toMatchObject({ status: 403, body: invalid });
});

test("a revoked access token is of no more use", async () => {
  const { arrived, request } = await signIn();
  const { body } = await exchangeCode(tenant.origin, arrived.url, request.verifier);
  const token = String(body.access_token);
  const userinfo = async () =>
    (await fetch(`${tenant.origin}/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await userinfo()).toBe(200);
  const credentials = { client_id: app.clientId, client_secret: app.clientSecret };
  const revocation = new URLSearchParams({ token, ...credentials });
  await fetch(`${tenant.origin}/oauth/revoke`, { method: "POST", body: revocation });
  expect(await userinfo()).toBe(401);
});

test("a connection that the tenant doesn't have is refused at the application", async () => {
  const { url } = await openBrowser(tenant.origin).open(
    authorize(tenant.origin, { connection: "acme-saml" }).url,
  );
  expect(new URL(url).searchParams.get("error_description")).toBe("the connection was not found");
});

test("a callback that is not the application's is refused without a redirect", async () => {
  const { url } = authorize(tenant.origin, { redirect_uri: "http://evil.test/auth/callback" });
  const refused = await openBrowser(tenant.origin).open(url);
  expect(refused.url).toBe(url);
  expect(refused.status).toBe(403);
  expect(refused.body).toContain("Callback URL mismatch.");
});

test("no page is a dead end: whoever can't be sent back is shown the way to the application", async () => {
  const paths = ["/", "/no/such/page", "/v2/logout", "/v2/logout?returnTo=http://evil.test", "/authorize"];
  for (const path of paths) {
    const place = await openBrowser(tenant.origin).open(`${tenant.origin}${path}`);
    expect(place.body, path).toContain(`<a class="button" href="${app.url}">Go to Analystick</a>`);
  }
  const program = await fetch(`${tenant.origin}/no/such/page`);
  expect(program.status).toBe(404);
  expect(await program.json()).toMatchObject({ error: "not_found" });
});

test("/oidc/logout with an id_token_hint ends the session without a click", async () => {
  const { browser, arrived, request } = await signIn();
  const { idToken } = await exchangeCode(tenant.origin, arrived.url, request.verifier);
  const query = new URLSearchParams({
    id_token_hint: idToken,
    post_logout_redirect_uri: app.url,
    state: "s",
  });
  expect((await browser.open(`${tenant.origin}/oidc/logout?${query}`)).url).toBe(`${app.url}/?state=s`);
  expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/u/login?state=");
});

test("/oidc/logout returns to allowed addresses only", async () => {
  const { browser, arrived, request } = await signIn();
  const { idToken } = await exchangeCode(tenant.origin, arrived.url, request.verifier);
  const query = new URLSearchParams({
    id_token_hint: idToken,
    post_logout_redirect_uri: `${app.url}/elsewhere`,
  });
  const refused = await browser.open(`${tenant.origin}/oidc/logout?${query}`);
  expect(refused.status).toBe(400);
  expect(refused.url).toContain(`${tenant.origin}/oidc/logout`);
  expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/auth/callback?code=");
});

test("/oidc/logout without a hint asks first", async () => {
  const { browser } = await signIn();
  const query = new URLSearchParams({ client_id: app.clientId, post_logout_redirect_uri: app.url });
  const asked = await browser.open(`${tenant.origin}/oidc/logout?${query}`);
  expect(asked.body).toContain("Do you want to sign out");
  expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/auth/callback?code=");
  expect((await browser.submit(asked, {})).url).toBe(`${app.url}/`);
  expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/u/login?state=");
});

test("/v2/logout ends the session and returns to allowed addresses only", async () => {
  const { browser } = await signIn();
  const evil = await browser.open(`${tenant.origin}/v2/logout?returnTo=http://evil.test`);
  expect(evil.status).toBe(400);
  const query = new URLSearchParams({ client_id: app.clientId, returnTo: app.url });
  expect((await browser.open(`${tenant.origin}/v2/logout?${query}`)).url).toBe(`${app.url}/`);
  expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/u/login?state=");
});

test("nobody can sign up: neither at the API nor on a page", async () => {
  const reply = await fetch(`${tenant.origin}/dbconnections/signup`, {
    method: "POST",
    body: JSON.stringify({ client_id: app.clientId, email: "new@acme.test", password: "long enough" }),
  });
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({ code: "public_signup_disabled" });
  const login = await openBrowser(tenant.origin).open(
    authorize(tenant.origin, { screen_hint: "signup" }).url,
  );
  expect(login.body).not.toMatch(/sign.?up/i);
  expect((await fetch(login.url.replace("/u/login", "/u/signup"))).status).toBe(404);
  await expect(tenant.management.users.listUsersByEmail({ email: "new@acme.test" })).resolves.toEqual([]);
});

test("discovery names Auth0's paths, and the published key signs the ID tokens", async () => {
  const discovery = await (await fetch(`${tenant.origin}/.well-known/openid-configuration`)).json();
  expect(discovery).toMatchObject({
    issuer: `${tenant.origin}/`,
    authorization_endpoint: `${tenant.origin}/authorize`,
    token_endpoint: `${tenant.origin}/oauth/token`,
    userinfo_endpoint: `${tenant.origin}/userinfo`,
    jwks_uri: `${tenant.origin}/.well-known/jwks.json`,
    end_session_endpoint: `${tenant.origin}/oidc/logout`,
  });
  const { arrived, request } = await signIn();
  const { idToken } = await exchangeCode(tenant.origin, arrived.url, request.verifier);
  const [header = "", claims = "", signature = ""] = idToken.split(".");
  const { keys } = await (await fetch(discovery.jwks_uri)).json();
  const { kid } = JSON.parse(Buffer.from(header, "base64url").toString());
  const key = createPublicKey({ key: keys.find((one: JsonWebKey) => one.kid === kid), format: "jwk" });
  const signed = Buffer.from(`${header}.${claims}`);
  expect(verify("RSA-SHA256", signed, key, Buffer.from(signature, "base64url"))).toBe(true);
});
