import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { authorize } from "./testing/authorize";
import { openBrowser } from "./testing/open-browser";
import { startTestTenant, type TestTenant } from "./testing/start-test-tenant";
import { app, connection } from "./testing/test-app";

const email = "ann@acme.test";
let tenant: TestTenant;
let user_id: string;

beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  await tenant.control("POST /reset");
  await tenant.control("PUT /settings", { loginStyle: "universal" });
  const user = await tenant.control("POST /users", { email, password: "the old password" });
  user_id = z.looseObject({ user_id: z.string() }).parse(user).user_id;
});

const ann = () => tenant.management.users.get(user_id);
const verifyTicket = async (extra = {}) =>
  (await tenant.management.tickets.verifyEmail({ user_id, client_id: app.clientId, ...extra })).ticket;
const passwordTicket = async (extra = {}) =>
  (await tenant.management.tickets.changePassword({ user_id, client_id: app.clientId, ...extra })).ticket;
const open = (url: string) => openBrowser(tenant.origin).open(url);
const choose = (password: string, repeated = password) => ({
  "password-reset": password,
  "re-enter-password": repeated,
});

describe("email verification", () => {
  test("a ticket is an address on a hosted page, with 32 characters and a # at the end", async () => {
    expect(await verifyTicket()).toMatch(
      new RegExp(`^${tenant.origin}/u/email-verification\\?ticket=[\\w-]{32}#$`),
    );
  });

  test("opening it verifies the address and offers the way to the application's login URI", async () => {
    const page = await open(await verifyTicket());
    expect(page.status).toBe(200);
    expect(page.body).toContain("Your email address was successfully verified.");
    expect(page.body).toContain("Back to Analystick");
    expect(page.body).toContain(`href="${app.url}/continue?iss=${encodeURIComponent(`${tenant.origin}/`)}"`);
    expect(await ann()).toMatchObject({ email_verified: true });
  });

  test("it works once", async () => {
    const ticket = await verifyTicket();
    await open(ticket);
    const again = await open(ticket);
    expect(again.status).toBe(400);
    expect(again.body).toContain("This ticket was already used.");
    expect(again.body).toContain("Back to Analystick");
  });

  test("a second ticket says that the account is verified already", async () => {
    const [first, second] = [await verifyTicket(), await verifyTicket()];
    await open(first);
    expect((await open(second)).body).toContain("This account is already verified.");
  });

  test("it expires after ttl_sec, or five days for 0, and changes nothing then", async () => {
    const [short, standard] = [await verifyTicket({ ttl_sec: 60 }), await verifyTicket({ ttl_sec: 0 })];
    await tenant.control("POST /clock", { advanceSeconds: 61 });
    expect((await open(short)).body).toContain("This ticket was expired.");
    expect(await ann()).toMatchObject({ email_verified: false });
    await tenant.control("POST /clock", { advanceSeconds: 432_000 - 100 });
    expect((await open(standard)).body).toContain("successfully verified");
  });

  test("without a client there is no button", async () => {
    expect((await open(await verifyTicket({ client_id: undefined }))).body).not.toContain("Back to");
  });

  test("a result_url leads nowhere: only classic login follows it", async () => {
    const page = await open(await verifyTicket({ client_id: undefined, result_url: `${app.url}/continue` }));
    expect(page.url).toContain(`${tenant.origin}/u/email-verification`);
    expect(page.body).not.toContain(app.url);
  });

  test("a made-up ticket is refused", async () => {
    expect((await open(`${tenant.origin}/u/email-verification?ticket=nonsense`)).status).toBe(400);
  });
});

describe("password change", () => {
  test("the new password works, the old one doesn't, and the change is dated", async () => {
    const browser = openBrowser(tenant.origin);
    const form = await browser.open(await passwordTicket());
    expect(form.body).toContain("Change Your Password");
    const done = await browser.submit(form, choose("the new password"));
    expect(done.body).toContain("Your password has been changed successfully.");
    expect(done.body).toContain(`href="${app.url}/continue?iss=`);
    const user = await ann();
    expect(Date.parse(String(user.last_password_reset))).toBeGreaterThan(Date.now() - 60_000);
    expect(user).toMatchObject({ email_verified: false });
    expect(user).not.toHaveProperty("logins_count");
    const login = await browser.open(authorize(tenant.origin).url);
    const refused = await browser.submit(login, { username: email, password: "the old password" });
    expect(refused.body).toContain("Wrong email or password");
    const arrived = await browser.submit(refused, { username: email, password: "the new password" });
    expect(arrived.url).toContain("/auth/callback?code=");
  });

  test("mark_email_as_verified verifies the address too", async () => {
    const browser = openBrowser(tenant.origin);
    const form = await browser.open(await passwordTicket({ mark_email_as_verified: true }));
    await browser.submit(form, choose("the new password"));
    expect(await ann()).toMatchObject({ email_verified: true });
  });

  test("looking at the form uses nothing up; short and different passwords are sent back", async () => {
    const ticket = await passwordTicket();
    const browser = openBrowser(tenant.origin);
    await browser.open(ticket);
    const form = await browser.open(ticket);
    const short = await browser.submit(form, choose("1234567"));
    expect(short.body).toContain("Your password must have at least 8 characters.");
    const different = await browser.submit(short, choose("the new password", "the now password"));
    expect(different.body).toContain("Passwords don&#39;t match");
    const done = await browser.submit(different, choose("the new password"));
    expect(done.body).toContain("Password Changed!");
  });

  test("it works once; the same form sent twice is one change", async () => {
    const ticket = await passwordTicket();
    const browser = openBrowser(tenant.origin);
    const [form, other] = [await browser.open(ticket), await browser.open(ticket)];
    await browser.submit(form, choose("the new password"));
    expect((await browser.submit(form, choose("the new password"))).body).toContain("Password Changed!");
    expect((await browser.submit(other, choose("another password"))).body).toContain("already been used");
    expect((await open(ticket)).body).toContain("This link has already been used.");
  });

  test("only the latest ticket of a user works", async () => {
    const [earlier, later] = [await passwordTicket(), await passwordTicket()];
    expect((await open(earlier)).body).toContain("Invalid Link");
    expect((await open(later)).status).toBe(200);
  });

  test("the control port can expire it", async () => {
    const ticket = await passwordTicket();
    await tenant.control("POST /tickets/expire", { userId: user_id });
    expect((await open(ticket)).body).toContain("Link Expired");
  });

  test("it ends the sessions of that user", async () => {
    const browser = openBrowser(tenant.origin);
    const login = await browser.open(authorize(tenant.origin).url);
    await browser.submit(login, { username: email, password: "the old password" });
    const elsewhere = openBrowser(tenant.origin);
    const form = await elsewhere.open(await passwordTicket());
    await elsewhere.submit(form, choose("the new password"));
    expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/u/login?state=");
  });

  test("a user is also named by connection and address", async () => {
    const { ticket } = await tenant.management.tickets.changePassword({
      connection_id: connection.id,
      email: "Ann@Acme.test",
    });
    expect((await open(ticket)).body).toContain("Change Your Password");
  });
});

describe("classic login", () => {
  beforeEach(() => tenant.control("PUT /settings", { loginStyle: "classic" }));
  const result_url = `${app.url}/continue?from=letter`;
  const classic = { client_id: undefined, result_url };
  const query = (url: string) => Object.fromEntries(new URL(url).searchParams);

  test("verification returns to result_url with Auth0's parameters", async () => {
    const ticket = await verifyTicket(classic);
    const arrived = await open(ticket);
    expect(arrived.url.startsWith(`${app.url}/continue?`)).toBe(true);
    expect(arrived.url.endsWith("#")).toBe(true);
    expect(query(arrived.url)).toEqual({
      from: "letter",
      supportSignUp: "true",
      supportForgotPassword: "true",
      email,
      message: "Your email was verified. You can continue using the application.",
      success: "true",
      code: "success",
    });
    expect(query((await open(ticket)).url)).toMatchObject({
      success: "false",
      message: "This URL can be used only once",
    });
  });

  test("includeEmailInRedirect: false keeps the address out of the redirect", async () => {
    const arrived = await open(await verifyTicket({ ...classic, includeEmailInRedirect: false }));
    expect(query(arrived.url)).not.toHaveProperty("email");
  });

  test("a password change returns to result_url", async () => {
    const ticket = await passwordTicket(classic);
    expect(ticket).toMatch(/\/lo\/reset\?ticket=[\w-]{32}#$/);
    const browser = openBrowser(tenant.origin);
    const arrived = await browser.submit(await browser.open(ticket), choose("the new password"));
    expect(query(arrived.url)).toMatchObject({
      success: "true",
      message: "You can now login to the application with the new password.",
    });
  });

  test("an expired ticket says so in the redirect", async () => {
    const ticket = await verifyTicket({ ...classic, ttl_sec: 1 });
    await tenant.control("POST /clock", { advanceSeconds: 2 });
    expect(query((await open(ticket)).url)).toMatchObject({ success: "false", message: "Access expired." });
  });
});
