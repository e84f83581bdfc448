import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { choosePassword } from "@/db/testing/use-ticket";
import { listUncheckedPasswords } from "@/db/users";
import { createTicket } from "@/lib/auth0/create-ticket";
import { readAuth0User } from "@/lib/auth0/read-user";
import { sessionStore } from "@/lib/auth0/session-store";
import { checkPassword } from "./check-password";

const scope = mintPlatformScope({ kind: "job", name: "test" });
const database = openPortal();
let auth0: TestAuth0;
let acme: PlantedTenant;

beforeAll(async () => {
  auth0 = await startAuth0(database.urls);
  becomePortal(database.urls, { auth0: auth0.origin });
  acme = await plantTenant(database.sql, 5);
});
afterAll(() => auth0.stop());

/** The admin of Acme as Auth0 knows them, proved by the password that they have there. */
async function provedAdmin() {
  const { userId, mailbox } = acme.admin;
  await auth0.control("POST /users", { email: mailbox, user_id: userId, email_verified: true });
  const sub = `auth0|${userId}`;
  await replacePassword(sub, "First-password-1");
  const user = await readAuth0User(sub, { urgent: true });
  const replacedAt = user.ok ? user.value.lastPasswordReset : null;
  await database.sql`update users set password_replaced_at = ${replacedAt} where id = ${userId}`;
  await database.sql`
    insert into identities (user_id, iss, sub, connection)
    values (${userId}, ${`${auth0.origin}/`}, ${sub}, 'Username-Password-Authentication')`;
  return { userId, sub };
}

async function replacePassword(sub: string, password: string): Promise<void> {
  const ticket = await createTicket("password-change", sub);
  if (!ticket.ok) throw new Error("no ticket");
  await choosePassword(ticket.value.url, password);
}

async function signInNow(sub: string): Promise<string> {
  const id = randomUUID();
  const session: Parameters<typeof sessionStore.set>[1] = {
    user: { sub, auth_time: Math.floor(Date.now() / 1_000) },
    tokenSet: { accessToken: "", expiresAt: 0 },
    internal: { sid: randomUUID(), createdAt: 0 },
  };
  await sessionStore.set(id, session);
  return id;
}

it("a new password ends every session that rests on the old one, and none that came after", async () => {
  const { userId, sub } = await provedAdmin();
  const before = [await signInNow(sub), await signInNow(sub)];
  expect(await inPlatform(scope, (tx) => listUncheckedPasswords(tx, 720, 10))).toEqual([userId]);
  await checkPassword(scope, { userId });
  for (const id of before)
    expect(await sessionStore.get(id), "the password is still the same").not.toBeNull();
  expect(await inPlatform(scope, (tx) => listUncheckedPasswords(tx, 720, 10))).toEqual([]);

  // Auth0 tells the moment of a sign-in in whole seconds.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await replacePassword(sub, "Second-password-2");
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const after = await signInNow(sub);
  await checkPassword(scope, { userId });
  for (const id of before) expect(await sessionStore.get(id)).toBeNull();
  expect(await sessionStore.get(after)).not.toBeNull();
  const audits = await database.sql`
    select facts from audit where verb = 'user.password-replaced' and subject = ${userId}`;
  expect(audits.map(({ facts }) => facts)).toEqual([{ sessions: 2 }]);

  await checkPassword(scope, { userId });
  expect(await database.sql`select 1 from audit where verb = 'user.password-replaced'`).toHaveLength(1);
});

it("asks again later when Auth0 does not answer", async () => {
  await auth0.control("POST /weather", {
    route: "GET /api/v2/users/{id}",
    kind: "fail",
    status: 503,
    times: 1,
  });
  const outcome = await checkPassword(scope, { userId: acme.admin.userId });
  expect(outcome).toMatchObject({ ok: false, retry: true });
});
