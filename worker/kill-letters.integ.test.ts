import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { enqueue } from "@/db/enqueue";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { setPurchased } from "@/db/tenants";
import { KillRoom } from "@/db/testing/kill-room";
import { type PlantedGuest, plantInvited } from "@/db/testing/plant-invited";
import { enterToAsk } from "@/lib/access/enter-to-ask";
import { invitationToken } from "@/lib/access/invitation-token";
import { askForLetter } from "@/lib/onboarding/ask-for-letter";

const scope = mintPlatformScope({ kind: "job", name: "look-at-calendar" });
let room: KillRoom;
beforeAll(async () => {
  room = await KillRoom.open();
});
afterAll(async () => {
  await disconnect();
  await room.close();
});

const long = { timeout: 600_000 };

/** Somebody whom Auth0 knows, with a letter that went out so many days ago. */
async function plant(daysAgo: number): Promise<PlantedGuest> {
  const guest = await plantInvited(room.database.sql, room.acme.id, invitationToken, { daysAgo });
  await room.auth0.control("POST /users", { email: guest.email, user_id: guest.userId });
  return guest;
}

const wish = (name: "expire-invitations" | "remind-invited") =>
  inPlatform(scope, (tx) => enqueue(tx, name, {}, { key: name, queue: "calendar" }));

/** Letters that came to an address from one moment on, by their Message-IDs. */
async function messageIds(address: string): Promise<Set<string>> {
  return new Set((await room.mailbox.letters(address)).map(({ messageId }) => messageId));
}

const audits = async (subject: string, verb: string) =>
  (await room.database.sql`select 1 from audit where subject = ${subject} and verb = ${verb}`).length;

it(
  "an invitation that ran out: the seat is free, one audit row, and Auth0's user is gone",
  long,
  async () => {
    const killed = await room.killEverywhere(async () => {
      const guest = await plant(8);
      return {
        run: () => wish("expire-invitations"),
        async settled() {
          expect(await room.seatOf(guest.email)).toMatchObject({
            stage: "released",
            release_reason: "expired",
            auth0_state: "absent",
          });
          expect(await room.auth0.user(guest.email)).toBeNull();
          expect(await audits(guest.seatId, "seat.released")).toBe(1);
        },
      };
    });
    expect(killed).toBeGreaterThanOrEqual(10);
  },
);

it("a reminder: written once, and every copy of it is the same letter", long, async () => {
  const killed = await room.killEverywhere(async () => {
    const guest = await plant(3);
    return {
      run: () => wish("remind-invited"),
      async settled() {
        expect((await messageIds(guest.email)).size).toBe(1);
        expect(await audits(guest.seatId, "letter.sent")).toBe(1);
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(8);
});

it("a seat notice: one letter for one crossing", long, async () => {
  const { sql } = room.database;
  const { id, admin } = room.acme;
  const killed = await room.killEverywhere(async () => {
    await sql`update mail_slots set taken_at = taken_at - interval '2 days'`;
    await inPlatform(scope, (tx) => setPurchased(tx, id, 10_000));
    const before = await messageIds(admin.mailbox);
    const [{ held } = { held: 0 }] = await sql<{ held: number }[]>`
      select seats_held as held from tenants where id = ${id}`;
    return {
      run: () => inPlatform(scope, (tx) => setPurchased(tx, id, held)),
      async settled() {
        expect((await messageIds(admin.mailbox)).size - before.size).toBe(1);
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(4);
});

it("somebody asks for a new letter: told once, by letter and on the page", long, async () => {
  const { sql } = room.database;
  const { id, admin } = room.acme;
  const killed = await room.killEverywhere(async () => {
    await sql`update mail_slots set taken_at = taken_at - interval '2 days'`;
    await sql`update letters set sent_at = sent_at - interval '2 days' where tenant_id = ${id}`;
    const guest = await plant(8);
    await sql`
      update seats set stage = 'released', release_reason = 'expired', released_at = now()
      where id = ${guest.seatId}`;
    await sql`update tenants set seats_held = seats_held - 1 where id = ${id}`;
    const before = await messageIds(admin.mailbox);
    return {
      run: () => askForLetter(enterToAsk(guest.token)),
      async settled() {
        expect((await messageIds(admin.mailbox)).size - before.size).toBe(1);
        expect(await audits(guest.seatId, "invitation.asked")).toBe(1);
        expect(await sql`select 1 from letter_asks`).toHaveLength(0);
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(8);
});
