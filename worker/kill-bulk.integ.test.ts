import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { KillRoom } from "@/db/testing/kill-room";
import { plantPeople } from "@/db/testing/plant-people";
import { askBulk } from "@/lib/seats/ask-bulk";
import { followBulk } from "@/lib/seats/follow-bulk";

let room: KillRoom;
beforeAll(async () => {
  room = await KillRoom.open();
});
afterAll(async () => {
  await disconnect();
  await room.close();
});

it("a bulk act that is killed at any step is done once for each person: two letters for two people, no more", {
  timeout: 600_000,
}, async () => {
  const killed = await room.killEverywhere(async () => {
    const people = ["one", "two"].map((word) => {
      return { name: word, email: `${word}-${randomUUID().slice(0, 8)}@bulk.example` };
    });
    const seats = await plantPeople(room.database.sql, room.acme.id, people);
    const act = { id: randomUUID(), kind: "resend", role: null, who: { seatIds: [...seats.values()] } };
    return {
      run: () => askBulk(room.acme.admin, act),
      async settled() {
        const followed = await followBulk(room.acme.admin, act.id, { after: 0, limit: 10 });
        expect(followed.ok && followed.rows.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
        for (const { email } of people) {
          const [trail] = await room.database.sql`
              select count(*) filter (where verb = 'invitation.renewed')::int as renewed,
                count(*) filter (where verb = 'invitation.sent')::int as sent
              from audit a join seats s on s.id = a.subject where s.email_key = ${email}`;
          expect(trail).toEqual({ renewed: 1, sent: 1 });
          const letters = await room.mailbox.letters(email);
          expect(
            new Set(letters.map(({ messageId }) => messageId)).size,
            "one letter, perhaps repeated",
          ).toBe(1);
        }
      },
    };
  });
  expect(killed).toBeGreaterThanOrEqual(8);
});
