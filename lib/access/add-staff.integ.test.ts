import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { becomePortal } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { addStaff } from "./add-staff";

const database = openPortal();
let auth0: TestAuth0;

beforeAll(async () => {
  auth0 = await startAuth0(database.urls);
  becomePortal(database.urls, { auth0: auth0.origin });
});
afterAll(() => auth0.stop());

const newAddress = () => `staff-${randomUUID().slice(0, 8)}@analystick.example`;

/** What is known of somebody: whether they are staff, proved, and how often that was told. */
async function known(mailbox: string) {
  const rows = await database.sql`
    select s.user_id is not null and s.removed_at is null as staff, u.proved_at is not null as proved,
      (select count(*)::int from audit a where a.subject = u.id and a.verb = 'staff.added') as told
    from users u left join staff s on s.user_id = u.id where u.mailbox = ${mailbox}`;
  return rows[0];
}

it("adds somebody once, however the address is typed and however often", async () => {
  const mailbox = newAddress();
  expect(await addStaff(` ${mailbox.toUpperCase()} `)).toEqual({ ok: true, mailbox, isNew: true });
  expect(await addStaff(mailbox)).toEqual({ ok: true, mailbox, isNew: false });
  expect(await known(mailbox)).toEqual({ staff: true, proved: false, told: 1 });
  expect(await auth0.user(mailbox)).toMatchObject({ email_verified: false, blocked: false });
});

it("an account that Auth0 had before is not believed: nobody is proved by it", async () => {
  const mailbox = newAddress();
  await auth0.control("POST /users", { email: mailbox, password: "Attackers-Own-1", email_verified: true });
  expect(await addStaff(mailbox)).toMatchObject({ ok: true, isNew: true });
  expect(await known(mailbox)).toEqual({ staff: true, proved: false, told: 1 });
});

it("writes down no staff while Auth0 does not answer, and does when the command is run again", async () => {
  const mailbox = newAddress();
  const weather = { route: "GET /api/v2/users-by-email", kind: "fail", status: 503, times: 1 };
  await auth0.control("POST /weather", weather);
  expect(await addStaff(mailbox)).toEqual({ ok: false, reason: "auth0-unreachable" });
  expect(await known(mailbox)).toMatchObject({ staff: false, told: 0 });
  expect(await addStaff(mailbox)).toMatchObject({ ok: true, isNew: true });
});

it.each(["", "nonsense", "two@a.example, three@b.example"])("refuses %j as an address", async (typed) => {
  expect(await addStaff(typed)).toEqual({ ok: false, reason: "bad-address" });
});
