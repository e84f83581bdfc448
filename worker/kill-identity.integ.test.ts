import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { wishPasswordCheck } from "@/db/password-check";
import { KillRoom } from "@/db/testing/kill-room";
import { portalEnvironment } from "@/db/testing/portal-environment";
import { choosePassword } from "@/db/testing/use-ticket";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { releaseSeat } from "@/lib/seats/release-seat";

let room: KillRoom;
beforeAll(async () => {
  room = await KillRoom.open();
});
afterAll(async () => {
  await disconnect();
  await room.close();
});

const long = { timeout: 600_000 };
const newAddress = (word: string) => `${word}-${randomUUID().slice(0, 8)}@acme.example`;

async function admit(email: string): Promise<void> {
  const row = { line: 1, typed: email, name: "Ben", email, role: "viewer" as const, problem: null };
  const admission = { importId: randomUUID(), sourceName: "s", rows: [row], leftOut: [] };
  expect(await admitRows(room.acme.admin, admission)).toMatchObject({ ok: true });
}

/** Somebody whom Auth0 and the portal know from before; with a stage, they hold a seat that stands there. */
async function plantPerson(
  address: string,
  person: { blocked: boolean; proved: boolean; stage: string | null },
) {
  const [userId, seatId] = [randomUUID(), randomUUID()];
  const { blocked, proved, stage } = person;
  await room.auth0.control("POST /users", { email: address, user_id: userId, blocked });
  await room.database.sql`
    insert into users (id, mailbox, auth0_user_id, created_by_us, auth0_state, proved_at)
    values (${userId}, ${address}, ${`auth0|${userId}`}, true, ${blocked ? "blocked" : "open"},
      ${proved ? new Date() : null})`;
  if (stage === null) return seatId;
  const active = stage === "active" ? 1 : 0;
  await room.database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, user_id)
    values (${seatId}, ${room.acme.id}, ${address}, ${address}, '', '', 'viewer', ${stage}, ${userId})`;
  await room.database.sql`
    update tenants set seats_held = seats_held + 1, seats_active = seats_active + ${active} where id = ${room.acme.id}`;
  return seatId;
}

const release = async (seatId: string) => {
  expect(await releaseSeat(room.acme.admin, seatId)).toMatchObject({ ok: true });
};

it("a seat revoked before its holder came: Auth0's user is gone, and the seat is free", long, async () => {
  const killed = await room.killEverywhere(async () => {
    const address = newAddress("revoked");
    const seatId = await plantPerson(address, { blocked: false, proved: false, stage: "invited" });
    return {
      run: () => release(seatId),
      async settled() {
        expect(await room.auth0.user(address)).toBeNull();
        expect(await room.seatOf(address)).toMatchObject({
          stage: "released",
          auth0_user_id: null,
          auth0_state: "absent",
        });
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(10);
});

it("somebody removed is blocked once and for all", long, async () => {
  const killed = await room.killEverywhere(async () => {
    const address = newAddress("removed");
    const seatId = await plantPerson(address, { blocked: false, proved: true, stage: "active" });
    return {
      run: () => release(seatId),
      async settled() {
        expect(await room.auth0.user(address)).toMatchObject({ blocked: true });
        expect(await room.seatOf(address)).toMatchObject({ stage: "released", auth0_state: "blocked" });
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(8);
});

it("somebody removed who is invited again is unblocked and gets one new letter", long, async () => {
  const killed = await room.killEverywhere(async () => {
    const address = newAddress("again");
    await plantPerson(address, { blocked: true, proved: true, stage: null });
    return { run: () => admit(address), settled: () => room.expectInvited(address) };
  });
  expect(killed).toBeGreaterThanOrEqual(28);
});

/** Somebody chooses a new password at Auth0, and the portal is told nothing. */
async function replacePassword(sub: string): Promise<void> {
  const { origin } = room.auth0;
  const { AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET } = portalEnvironment(room.database.urls);
  const post = async (path: string, body: object, token = "") => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const answer = await fetch(`${origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return answer.json();
  };
  const { access_token } = await post("/oauth/token", {
    grant_type: "client_credentials",
    client_id: AUTH0_CLIENT_ID,
    client_secret: AUTH0_CLIENT_SECRET,
    audience: `${origin}/api/v2/`,
  });
  const { ticket } = await post("/api/v2/tickets/password-change", { user_id: sub }, access_token);
  expect(await choosePassword(ticket, "Brand-New-Secret-1")).toBe("Password Changed!");
}

it("a new password ends the sessions that rest on the old one, told once, and no other", long, async () => {
  const { sql } = room.database;
  const scope = mintPlatformScope({ kind: "job", name: "test" });
  const killed = await room.killEverywhere(async () => {
    const address = newAddress("renewed");
    await plantPerson(address, { blocked: false, proved: true, stage: "active" });
    const { user_id: userId } = await room.seatOf(address);
    const sub = `auth0|${userId}`;
    await replacePassword(sub);
    await sql`update users set password_replaced_at = now() - interval '1 day' where id = ${userId}`;
    for (const [id, hours] of [
      [`old-${userId}`, -1],
      [`new-${userId}`, 1],
    ] as const)
      await sql`
        insert into sessions (id, iss, sub, data, authenticated_at)
        values (${id}, ${room.issuer}, ${sub}, '{}', now() + make_interval(hours => ${hours}))`;
    return {
      run: () => inPlatform(scope, (tx) => wishPasswordCheck(tx, userId)),
      async settled() {
        expect(await sql`select id from sessions where sub = ${sub}`).toEqual([{ id: `new-${userId}` }]);
        const told = await sql`
          select facts from audit where subject = ${userId} and verb = 'user.password-replaced'`;
        expect(told).toEqual([{ facts: { sessions: 1 } }]);
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(6);
});
