import { once } from "node:events";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authorize } from "./testing/authorize";
import { type Browser, openBrowser } from "./testing/open-browser";
import { startTestTenant, type TestTenant } from "./testing/start-test-tenant";
import { app } from "./testing/test-app";

const email = "ann@acme.test";
const letters: { to: string; text: string }[] = [];
const smtp = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, session, done) {
    const to = session.envelope.rcptTo.map(({ address }) => address).join();
    simpleParser(stream).then(
      ({ text }) => {
        letters.push({ to, text: text ?? "" });
        done();
      },
      (error) => done(error),
    );
  },
});
let tenant: TestTenant;

beforeAll(async () => {
  const server = smtp.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  tenant = await startTestTenant({ LOCAL_AUTH0_SMTP_URL: `smtp://127.0.0.1:${port}` });
});
afterAll(async () => {
  await tenant.stop();
  smtp.close();
});
beforeEach(async () => {
  letters.length = 0;
  await tenant.control("POST /reset");
  await tenant.control("POST /users", { email });
});

async function ask(browser: Browser, address: string) {
  const login = await browser.open(authorize(tenant.origin).url);
  const path = /href="(\/u\/reset-request[^"]*)"/.exec(login.body)?.[1] ?? "";
  return browser.submit(await browser.open(`${tenant.origin}${path}`), { email: address });
}

test("a person without a password gets a letter, sets one, and their mailbox counts as proved", async () => {
  const browser = openBrowser(tenant.origin);
  const answer = await ask(browser, "Ann@acme.test");
  expect(answer.body).toContain("Please check the email address Ann@acme.test");
  expect(letters).toMatchObject([{ to: email }]);
  const link = /http:\S+/.exec(letters[0]?.text ?? "")?.[0] ?? "";
  const form = await browser.open(link);
  const fields = { "password-reset": "a fresh password", "re-enter-password": "a fresh password" };
  const done = await browser.submit(form, fields);
  expect(done.body).toContain(`href="${app.url}/continue`);
  expect(await tenant.control(`GET /users?email=${email}`)).toMatchObject({ email_verified: true });
});

test("an unknown address gets the same answer and no letter", async () => {
  const withoutState = (body: string) => body.replace(/state=[\w-]+/, "state=");
  const known = await ask(openBrowser(tenant.origin), email);
  const unknown = await ask(openBrowser(tenant.origin), "bob@acme.test");
  expect(withoutState(unknown.body)).toBe(withoutState(known.body).replace(email, "bob@acme.test"));
  expect(known.body).toMatch(/href="\/u\/login\?state=[\w-]{10,}">Back to Analystick</);
  expect(letters).toHaveLength(1);
});

test("a new user gets a verification letter unless the caller declines", async () => {
  const user = { connection: "Username-Password-Authentication", password: "correct horse" };
  await tenant.management.users.create({ ...user, email: "bob@acme.test", verify_email: false });
  expect(letters).toHaveLength(0);
  await tenant.management.users.create({ ...user, email: "cid@acme.test" });
  expect(letters).toMatchObject([
    { to: "cid@acme.test", text: expect.stringContaining("/u/email-verification") },
  ]);
});
