import { beforeEach, expect, it } from "vitest";
import { inPlatform } from "./in-platform";
import { inTenant } from "./in-tenant";
import { mintPlatformScope } from "./mint-scope";
import { giveBackSeats, setPurchased, takeSeats } from "./tenants";
import { openPortal } from "./testing/open-portal";
import { type PlantedTenant, plantAdmin, plantTenant } from "./testing/plant-tenant";

const scope = mintPlatformScope({ kind: "operator", command: "test" });
const database = openPortal();
let acme: PlantedTenant;

beforeEach(async () => {
  // Its admin holds the first of the hundred.
  acme = await plantTenant(database.sql, 100);
});

const take = (count: number) => inTenant(acme.admin.scope, (tx) => takeSeats(tx, acme.id, count));
const giveBack = (held: number) =>
  inTenant(acme.admin.scope, (tx) => giveBackSeats(tx, acme.id, { held, active: 0 }));
const sell = (seats: number) => inPlatform(scope, (tx) => setPurchased(tx, acme.id, seats));

/** The levels of the letters that were written, and the level that the pages show. */
async function notices() {
  const letters = await database.sql`
    select (facts->>'level')::int as level from letters where tenant_id = ${acme.id} order by created_at`;
  const [tenant] = await database.sql`select seat_notice from tenants where id = ${acme.id}`;
  return { letters: letters.map(({ level }) => level), level: tenant?.seat_notice };
}

it("80, 95 and 100 % are noticed once each on the way up", async () => {
  await take(78);
  expect(await notices()).toEqual({ letters: [], level: 0 });
  await take(1);
  expect(await notices()).toEqual({ letters: [80], level: 80 });
  await take(14);
  expect(await notices()).toEqual({ letters: [80], level: 80 });
  await take(1);
  await take(4);
  expect(await notices()).toEqual({ letters: [80, 95], level: 95 });
  await take(1);
  expect(await take(1)).toBe(false);
  expect(await notices()).toEqual({ letters: [80, 95, 100], level: 100 });
});

it("seats given back lower the level in silence, and crossing again is noticed again", async () => {
  await take(79);
  await giveBack(1);
  expect(await notices()).toEqual({ letters: [80], level: 0 });
  await take(1);
  expect(await notices()).toEqual({ letters: [80, 80], level: 80 });
});

it("a leap over several levels is one notice, of the highest", async () => {
  await take(99);
  expect(await notices()).toEqual({ letters: [100], level: 100 });
});

it("selling fewer seats may cross a level, selling more leaves it", async () => {
  await take(49);
  await sell(62);
  expect(await notices()).toEqual({ letters: [80], level: 80 });
  await sell(40);
  expect(await notices()).toEqual({ letters: [80, 100], level: 100 });
  await sell(1_000);
  expect(await notices()).toEqual({ letters: [80, 100], level: 0 });
});

it("a transaction that is undone notices nothing", async () => {
  const undone = inTenant(acme.admin.scope, async (tx) => {
    await takeSeats(tx, acme.id, 99);
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  expect(await notices()).toEqual({ letters: [], level: 0 });
});

it("of a hundred seats taken at once, each crossing is noticed once", async () => {
  await Promise.all(Array.from({ length: 110 }, () => take(1)));
  // A letter bears the moment at which its transaction began, not the one at which it crossed.
  const { letters, level } = await notices();
  expect({ letters: letters.sort((a, b) => a - b), level }).toEqual({ letters: [80, 95, 100], level: 100 });
});

it("every active admin gets a letter with its wish, nobody else", async () => {
  const second = await plantAdmin(database.sql, { id: acme.id, slug: acme.slug, name: "Acme" });
  const third = await plantAdmin(database.sql, { id: acme.id, slug: acme.slug, name: "Acme" });
  await database.sql`update seats set stage = 'invited' where id = ${third.seatId}`;
  await take(90);
  const letters = await database.sql<{ seat_id: string; facts: unknown; wishes: number }[]>`
    select seat_id, facts, (select count(*)::int from graphile_worker._private_jobs j
      where j.key = 'send-letter:' || l.id) as wishes
    from letters l where tenant_id = ${acme.id}`;
  expect(letters.map(({ seat_id }) => seat_id).sort()).toEqual([acme.admin.seatId, second.seatId].sort());
  for (const letter of letters)
    expect(letter).toMatchObject({ wishes: 1, facts: { level: 80, held: 93, purchased: 100 } });
});
