import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { KillRoom } from "@/db/testing/kill-room";
import { admitRows } from "@/lib/onboarding/admit-rows";

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

/** Brings people in; Auth0 refuses some of them for their long names. */
async function admit(addresses: string[], refused: string[] = []): Promise<string> {
  const importId = randomUUID();
  const rows = [...addresses, ...refused].map((email, at) => ({
    line: at + 1,
    typed: email,
    name: refused.includes(email) ? "x".repeat(301) : "Ben",
    email,
    role: "viewer" as const,
    problem: null,
  }));
  const admitted = await admitRows(room.acme.admin, { importId, sourceName: "s", rows, leftOut: [] });
  expect(admitted).toMatchObject({ ok: true });
  return importId;
}

it("an import of somebody new, somebody Auth0 knew and somebody it refuses ends the same", long, async () => {
  const killed = await room.killEverywhere(async () => {
    const [fresh, known, refused] = [newAddress("fresh"), newAddress("known"), newAddress("refused")];
    await room.auth0.control("POST /users", {
      email: known,
      password: "Somebody-Elses-1",
      email_verified: true,
    });
    return {
      run: () => admit([fresh, known], [refused]),
      async settled() {
        await room.expectInvited(fresh);
        await room.expectInvited(known);
        expect((await room.seatOf(fresh)).auth0_user_id).toBe(`auth0|${(await room.seatOf(fresh)).user_id}`);
        expect((await room.seatOf(known)).auth0_user_id).not.toBe(
          `auth0|${(await room.seatOf(known)).user_id}`,
        );
        expect(await room.seatOf(refused)).toMatchObject({ stage: "released", release_reason: "failed" });
        expect(await room.auth0.user(refused)).toBeNull();
        expect(await room.mailbox.letters(refused)).toEqual([]);
        const rows = await room.database.sql`
          select outcome, problem from import_rows r join seats s on s.id = r.seat_id
          where s.email_key in ${room.database.sql([fresh, known, refused])} order by position`;
        expect(rows.map((row) => row.problem ?? row.outcome)).toEqual([
          "seated",
          "seated",
          "refused-by-auth0",
        ]);
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(34);
});

it(
  "a worker killed at its first sign of life leaves the jobs it may have taken to the next",
  long,
  async () => {
    const address = newAddress("birth");
    await room.killAtBirth(() => admit([address]));
    await room.expectInvited(address);
  },
);
