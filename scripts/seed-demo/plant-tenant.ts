import { setTimeout as sleep } from "node:timers/promises";
import { enterStaffAsOperator, enterTenantAsOperator } from "@/lib/access/enter-as-operator";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { followImport } from "@/lib/onboarding/follow-import";
import { readRoster } from "@/lib/onboarding/read-roster";
import { listPeople } from "@/lib/seats/list-people";
import { releaseSeat } from "@/lib/seats/release-seat";
import { createTenant } from "@/lib/tenants/create-tenant";
import { type DemoTenant, heldPerson } from "./demo";
import type { Services } from "./services";

const COMMAND = "seed-demo";

/** Sells the seats and invites the first admin, through the staff's verb. */
export async function plantTenant({ name, slug, seats, admin }: DemoTenant): Promise<void> {
  const input = { name, slug, seats, adminName: admin.name, adminEmail: admin.email };
  const created = await createTenant(enterStaffAsOperator(COMMAND), input);
  if (!created.ok && created.reason !== "slug-taken")
    throw new Error(`${name} was not created: ${created.reason}`);
}

/** Brings in the tenant's roster, through the admin's verb. */
export async function plantPeople({ slug, importId, people }: DemoTenant): Promise<void> {
  const csv = people.map(({ email, name, role }) => `${email},${name},${role}`).join("\n");
  const reading = readRoster(`email,name,role\n${csv}`);
  if (!reading.ok) throw new Error(`the demo roster of ${slug} can't be read`);
  const caller = await callerOf(slug);
  const admission = { importId, sourceName: `${slug}-people.csv`, rows: reading.rows, leftOut: [] };
  const admitted = await admitRows(caller, admission);
  if (!admitted.ok) throw new Error(`the people of ${slug} were not admitted: ${admitted.reason}`);
}

/** Takes back the seats of those who left, once their letters are out. */
export async function releasePeople({ slug, people }: DemoTenant): Promise<void> {
  const caller = await callerOf(slug);
  for (const { email } of people.filter((person) => person.goal === "released")) {
    const seatId = await invitedSeat(caller, email);
    if (seatId !== null) await releaseSeat(caller, seatId);
  }
}

/** Brings in one more person while Auth0 is told to hold the next import, unless that was done before. */
export async function plantHeldPerson(services: Services): Promise<void> {
  const caller = await callerOf(heldPerson.tenant);
  const { importId, sourceName } = heldPerson;
  if ((await followImport(caller, importId, { after: 0, limit: 1 })).ok) return;
  await fetch(`${services.auth0Control}/jobs/hold`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ times: 1 }),
  });
  const reading = readRoster(heldPerson.csv);
  if (reading.ok) await admitRows(caller, { importId, sourceName, rows: reading.rows, leftOut: [] });
}

async function invitedSeat(caller: TenantCaller, email: string): Promise<string | null> {
  for (let tries = 0; tries < 100; tries += 1) {
    const listed = await listPeople(caller, { cursor: null, limit: 100 });
    const person = listed.ok ? listed.people.rows.find(({ seat }) => seat.emailKey === email) : undefined;
    if (person === undefined) return null;
    if (person.seat.invitedAt !== null) return person.seat.id;
    await sleep(200);
  }
  return null;
}

async function callerOf(slug: string): Promise<TenantCaller> {
  const caller = await enterTenantAsOperator(COMMAND, slug);
  if (caller === null) throw new Error(`${slug} has no admin`);
  return caller;
}
