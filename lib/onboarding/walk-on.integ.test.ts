import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { countSeats } from "@/db/testing/count-seats";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { choosePassword, openTicket } from "@/db/testing/use-ticket";
import { rememberIdentity } from "@/db/users";
import { findSignedIn, listOwnSeats } from "@/db/viewers";
import { enterByLink } from "@/lib/access/enter-by-link";
import { hashInvitationToken, invitationToken } from "@/lib/access/invitation-token";
import { isSessionLive, sessionLimits } from "@/lib/access/session-limits";
import { toViewer, type Viewer } from "@/lib/access/to-viewer";
import { deleteAuth0User } from "@/lib/auth0/delete-user";
import { activate } from "./activate";
import { lookAhead } from "./look-ahead";
import { walkOn } from "./walk-on";

const CONNECTION = "Username-Password-Authentication";
const platform = mintPlatformScope({ kind: "job", name: "test" });
const database = openPortal();
let auth0: TestAuth0;
let acme: PlantedTenant;

beforeAll(async () => {
  auth0 = await startAuth0(database.urls);
  becomePortal(database.urls, { auth0: auth0.origin });
  acme = await plantTenant(database.sql, 100);
});
afterAll(() => auth0.stop());

type Guest = { email: string; userId: string; sub: string; seatId: string; token: string };

/** Somebody who was just invited. What `identity` says, Auth0 knew of them before we came. */
async function invited(identity: { password?: string; email_verified?: boolean } = {}): Promise<Guest> {
  const email = `guest-${randomUUID()}@acme.example`;
  const [userId, seatId, invitationId] = [randomUUID(), randomUUID(), randomUUID()];
  await auth0.control("POST /users", { email, user_id: userId, ...identity });
  const [sub, token] = [`auth0|${userId}`, invitationToken(invitationId)];
  await database.sql`
    insert into users (id, mailbox, auth0_user_id, auth0_state) values (${userId}, ${email}, ${sub}, 'open')`;
  await database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, user_id)
    values (${seatId}, ${acme.id}, ${email}, ${email}, '', '', 'viewer', 'invited', ${userId})`;
  await database.sql`update tenants set seats_held = seats_held + 1 where id = ${acme.id}`;
  await database.sql`
    insert into invitations (id, tenant_id, seat_id, token_hash, expires_at, sent_at) values (${invitationId},
      ${acme.id}, ${seatId}, ${hashInvitationToken(token)}, now() + interval '7 days', now())`;
  return { email, userId, sub, seatId, token };
}

async function press({ token }: Guest) {
  const holder = await enterByLink(token);
  if (holder === null) throw new Error("the link opens nothing");
  return walkOn(holder);
}

/** Presses the button and opens the ticket that it leads to. */
async function pressForTicket(guest: Guest): Promise<string> {
  const walked = await press(guest);
  if (!walked.ok || walked.go !== "ticket") throw new Error(`there is no ticket: ${JSON.stringify(walked)}`);
  return walked.url;
}

async function stateOf({ userId, seatId }: Guest) {
  const [row] = await database.sql`
    select s.stage, u.proved_at is not null as proved from seats s, users u
    where s.id = ${seatId} and u.id = ${userId}`;
  return row;
}

/** Signs in at Auth0 and comes back; `at` is when Auth0 checked the password. */
async function signIn({ userId, sub }: Guest, at = new Date()): Promise<string> {
  const id = randomUUID();
  const iss = `${auth0.origin}/`;
  await database.sql`
    insert into sessions (id, iss, sub, data, authenticated_at, created_at)
    values (${id}, ${iss}, ${sub}, '{}', ${at}, ${at})`;
  await inPlatform(platform, (tx) => rememberIdentity(tx, { userId, iss, sub, connection: CONNECTION }));
  return id;
}

/** The viewer that a session makes, as the next request would see it. */
async function view(sessionId: string): Promise<Viewer> {
  return inPlatform(platform, async (tx) => {
    const signedIn = await findSignedIn(tx, sessionId, CONNECTION);
    if (signedIn === null || !isSessionLive(signedIn, sessionLimits(signedIn), new Date()))
      return { kind: "nobody" };
    return toViewer(sessionId, signedIn, await listOwnSeats(tx, signedIn.userId));
  });
}

it("the letter's walk: mailbox, password, sign-in, first sign-in; each press again leads on from there", async () => {
  const guest = await invited();
  expect(await pressForTicket(guest)).toMatch(/\/u\/email-verification\?ticket=/);
  expect(await openTicket(await pressForTicket(guest))).toBe("Email Verified");
  const ticket = await pressForTicket(guest);
  expect(ticket).toMatch(/\/u\/reset-verify\?ticket=/);
  expect(await stateOf(guest)).toEqual({ stage: "verified", proved: false });
  expect(await choosePassword(ticket, "Brand-New-Secret-1")).toBe("Password Changed!");
  const signsIn = { ok: true, go: "sign-in", mailbox: guest.email };
  expect([await press(guest), await press(guest)]).toEqual([signsIn, signsIn]);
  expect(await stateOf(guest)).toEqual({ stage: "verified", proved: true });
  const viewer = await view(await signIn(guest));
  expect(await Promise.all([activate(viewer), activate(viewer)])).toContainEqual({ ok: true, activated: 1 });
  expect(await stateOf(guest)).toEqual({ stage: "active", proved: true });
  expect(await press(guest)).toEqual(signsIn);
  const trail = await database.sql`
    select verb from audit where subject in (${guest.seatId}, ${guest.userId}) order by id`;
  expect(trail.map(({ verb }) => verb)).toEqual([
    "invitation.opened",
    "seat.verified",
    "user.proved",
    "seat.proved",
    "seat.activated",
  ]);
  const { counter, recount } = await countSeats(database.sql, acme.id);
  expect(counter).toEqual(recount);
});

it("a password that was there before our ticket proves nothing, however often the button is pressed", async () => {
  const planted = await invited({ password: "Attackers-Own-1", email_verified: true });
  for (let times = 0; times < 3; times += 1)
    expect(await pressForTicket(planted)).toMatch(/\/u\/reset-verify\?ticket=/);
  expect(await stateOf(planted)).toEqual({ stage: "verified", proved: false });
  const attacker = await view(await signIn(planted));
  expect(attacker).toMatchObject({ kind: "person", proved: false });
  expect(await activate(attacker)).toEqual({ ok: false, reason: "not-proved" });
  expect(await stateOf(planted)).toEqual({ stage: "verified", proved: false });
});

it("sessions from before the proof are refused, deleted and never revived; the victim's own is not", async () => {
  const planted = await invited({ password: "Attackers-Own-1", email_verified: true });
  const early = await signIn(planted);
  const ticket = await pressForTicket(planted);
  await choosePassword(ticket, "Victims-Own-Secret-1");
  await press(planted);
  expect(await view(early)).toEqual({ kind: "nobody" });
  expect(await database.sql`select 1 from sessions where id = ${early}`).toHaveLength(0);
  // One that a slow callback writes only now: the password was checked before it was replaced.
  const late = await signIn(planted, new Date(Date.now() - 60_000));
  await database.sql`update sessions set created_at = now() where id = ${late}`;
  expect(await view(late)).toEqual({ kind: "nobody" });
  const own = await view(await signIn(planted, new Date(Date.now() + 1_000)));
  expect(own).toMatchObject({ kind: "person", proved: true });
  expect(await activate(own)).toEqual({ ok: true, activated: 1 });
});

it("a sign-in of the very second in which the password was replaced is refused, and the victim's own comes after it", async () => {
  const planted = await invited({ password: "Attackers-Own-1", email_verified: true });
  await choosePassword(await pressForTicket(planted), "Victims-Own-Secret-1");
  await press(planted);
  const signsInAt = new Date();
  const [user] = await database.sql<{ replaced: Date }[]>`
    select date_trunc('second', password_replaced_at) as replaced from users where id = ${planted.userId}`;
  // The old password was checked in that second; its callback was held back until the proof, so the session is new.
  const held = await signIn(planted, user?.replaced);
  await database.sql`update sessions set created_at = now() where id = ${held}`;
  expect(await view(held)).toEqual({ kind: "nobody" });
  expect(await view(await signIn(planted, signsInAt))).toMatchObject({ kind: "person", proved: true });
});

it("somebody who signs in without the last press is proved by Auth0's word, and signs in once more", async () => {
  const guest = await invited({ email_verified: true });
  await choosePassword(await pressForTicket(guest), "Brand-New-Secret-1");
  const session = await signIn(guest);
  expect(await activate(await view(session))).toEqual({ ok: false, reason: "sign-in-again" });
  expect(await view(session)).toEqual({ kind: "nobody" });
  expect(await activate(await view(await signIn(guest, new Date(Date.now() + 1_000))))).toMatchObject({
    ok: true,
  });
});

it("looking at a link a hundred times changes nothing and spends nothing", async () => {
  const guest = await invited();
  const dump = () => database.sql`
    select (select string_agg(i::text, '') from invitations i) as letters,
      (select string_agg(s::text, '') from seats s) as seats, (select string_agg(u::text, '') from users u) as users,
      (select count(*)::int from audit) as audit`;
  const before = [...(await dump())];
  await auth0.control("DELETE /calls");
  for (let times = 0; times < 100; times += 1) await enterByLink(guest.token);
  expect(await auth0.calls()).toEqual([]);
  const holder = await enterByLink(guest.token);
  expect(holder === null ? null : await lookAhead(holder)).toBe("verify-email");
  expect([...(await dump())]).toEqual(before);
  expect(await openTicket(await pressForTicket(guest))).toBe("Email Verified");
});

it.each(["", "x", "a".repeat(43), "../../etc", `${"a".repeat(42)}=`])("%j opens nothing", async (token) => {
  expect(await enterByLink(token)).toBeNull();
});

it.each([
  ["expired", "update invitations set expires_at = now() - interval '1 second' where seat_id = "],
  ["replaced", "update invitations set revoked_at = now() where seat_id = "],
  [
    "revoked",
    "update seats set stage = 'released', released_at = now(), release_reason = 'revoked' where id = ",
  ],
])("a link that is %s leads nowhere and asks nobody", async (_what, statement) => {
  const guest = await invited();
  await database.sql.unsafe(`${statement} '${guest.seatId}'`);
  await database.sql`
    update tenants set seats_held = (select count(*) from seats s where s.tenant_id = ${acme.id}
      and s.released_at is null) where id = ${acme.id}`;
  await auth0.control("DELETE /calls");
  expect(await press(guest)).toEqual({ ok: false, reason: "shut" });
  expect(await auth0.calls()).toEqual([]);
});

it("each press carries the link past its ticket's own life", async () => {
  const guest = await invited();
  await database.sql`
    update invitations set expires_at = now() + interval '5 minutes' where seat_id = ${guest.seatId}`;
  await pressForTicket(guest);
  const [left] = await database.sql<{ minutes: number }[]>`
    select extract(epoch from expires_at - now())::int / 60 as minutes from invitations where seat_id = ${guest.seatId}`;
  expect(left?.minutes).toBeGreaterThan(60);
});

it("while Auth0 says 429 or nothing, the person is told to wait and nothing is lost", async () => {
  const guest = await invited();
  const route = "POST /api/v2/tickets/email-verification";
  await auth0.control("POST /weather", { route, kind: "rate-limit", times: 1 });
  expect(await press(guest)).toEqual({ ok: false, reason: "busy" });
  await database.sql`delete from auth0_budget`;
  await auth0.control("PUT /settings", {});
  await auth0.control("POST /weather", { route, kind: "drop-after-commit", times: 1 });
  expect(await press(guest)).toEqual({ ok: false, reason: "unreachable" });
  expect(await openTicket(await pressForTicket(guest))).toBe("Email Verified");
});

it("two presses at the same moment open the letter once", async () => {
  const guest = await invited();
  const holder = await enterByLink(guest.token);
  if (holder === null) throw new Error("the link opens nothing");
  // Both looked before either pressed.
  const walked = await Promise.all([walkOn(holder), walkOn(holder)]);
  expect(walked).toMatchObject([{ go: "ticket" }, { go: "ticket" }]);
  const opened = await database.sql`
    select 1 from audit where subject = ${guest.seatId} and verb = 'invitation.opened'`;
  expect(opened).toHaveLength(1);
});

it("an account that was deleted at Auth0 goes back to the start in every tenant, and none's log names another's guest", async () => {
  const guest = await invited();
  const globex = await plantTenant(database.sql, 10, "Globex");
  const elsewhere = randomUUID();
  await database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, user_id)
    values (${elsewhere}, ${globex.id}, ${guest.email}, ${guest.email}, '', '', 'viewer', 'invited', ${guest.userId})`;
  await database.sql`update tenants set seats_held = seats_held + 1 where id = ${globex.id}`;
  expect(await deleteAuth0User(guest.sub)).toMatchObject({ ok: true });
  expect(await press(guest)).toEqual({ ok: false, reason: "busy" });
  for (const seatId of [guest.seatId, elsewhere]) {
    const [seat] = await database.sql`select stage from seats where id = ${seatId}`;
    expect(seat).toEqual({ stage: "reserved" });
    const trail = await database.sql`select verb, actor from audit where subject = ${seatId}`;
    expect([...trail]).toEqual([{ verb: "seat.reserved", actor: { kind: "job", name: "import-again" } }]);
  }
});
