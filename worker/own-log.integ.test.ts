import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { listOwnSeats } from "@/db/viewers";
import { toViewer, type Viewer } from "@/lib/access/to-viewer";
import { activate } from "@/lib/onboarding/activate";
import { readActivityChoice } from "@/lib/tenants/choose-activity";
import { exportActivity } from "@/lib/tenants/export-activity";
import { listActivity } from "@/lib/tenants/list-activity";

const platform = mintPlatformScope({ kind: "job", name: "test" });
const database = openPortal();

type Person = { userId: string; mailbox: string };

async function plantPerson(): Promise<Person> {
  const [userId, mailbox] = [randomUUID(), `${randomUUID()}@both.example`];
  await database.sql`
    insert into users (id, mailbox, auth0_user_id, auth0_state, proved_at)
    values (${userId}, ${mailbox}, ${`auth0|${userId}`}, 'open', now())`;
  return { userId, mailbox };
}

/** A seat of the person in a tenant, under the name that the tenant typed. */
async function plantSeat({ userId, mailbox }: Person, tenantId: string, name: string, stage: string) {
  const isReleased = stage === "released";
  await database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, user_id, released_at, release_reason)
    values (${randomUUID()}, ${tenantId}, ${mailbox}, ${mailbox}, ${name}, ${name.toLowerCase()}, 'viewer', ${stage},
      ${userId}, ${isReleased ? new Date() : null}, ${isReleased ? "removed" : null})`;
  if (!isReleased) await database.sql`update tenants set seats_held = seats_held + 1 where id = ${tenantId}`;
}

/** The person as their next request finds them. */
async function view({ userId, mailbox }: Person): Promise<Viewer> {
  const at = new Date();
  const session = { authenticatedAt: at, sessionCreatedAt: at, sessionLastSeenAt: at, isNewSession: false };
  const user = { userId, mailbox, provedAt: at, passwordReplacedAt: at, isStaff: false };
  const seats = await inPlatform(platform, (tx) => listOwnSeats(tx, userId));
  return toViewer("session", { ...user, ...session }, seats);
}

/** Everything that a tenant's admin reads of its log: the list, and the file. */
async function logOf({ admin }: PlantedTenant) {
  const choice = readActivityChoice({});
  const listed = await listActivity(admin, choice, { cursor: null, limit: 50 });
  const blank = { source: "", title: "", subject: "", before: "", after: "" };
  const written = exportActivity(admin, choice, (entry) => {
    const { actor } = entry;
    return { ...blank, actor: "name" in actor ? actor.name : actor.kind, detail: JSON.stringify(entry) };
  });
  if (!listed.ok || !written.ok) throw new Error("an admin may see the activity");
  const lines: string[] = [];
  for await (const piece of written.text) lines.push(piece);
  return { list: JSON.stringify(listed.activity.rows), file: lines.join("") };
}

it("a first sign-in in two tenants stands in each one's log under the name that it typed itself", async () => {
  const acme = await plantTenant(database.sql, 10);
  const globex = await plantTenant(database.sql, 10, "Globex");
  const initech = await plantTenant(database.sql, 10, "Initech");
  const person = await plantPerson();
  await plantSeat(person, acme.id, "Nickname of Acme", "released");
  await plantSeat(person, acme.id, "Name at Acme", "verified");
  await plantSeat(person, globex.id, "Name at Globex", "verified");
  await plantSeat(person, initech.id, "", "verified");
  expect(await activate(await view(person))).toEqual({ ok: true, activated: 3 });
  for (const [tenant, own, foreign] of [
    [acme, "Name at Acme", /Nickname|Globex/],
    [globex, "Name at Globex", /Acme/],
    [initech, person.mailbox, /Acme|Globex/],
  ] as const)
    for (const text of Object.values(await logOf(tenant))) {
      expect(text).toContain("seat.activated");
      expect(text).toContain(own);
      expect(text).not.toMatch(foreign);
    }
});
