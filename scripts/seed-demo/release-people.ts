import { setTimeout as sleep } from "node:timers/promises";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { readChoice } from "@/lib/seats/choose-people";
import { listPeople } from "@/lib/seats/list-people";
import { releaseSeat } from "@/lib/seats/release-seat";
import { callerOf } from "./caller-of";
import type { DemoTenant } from "./demo";

/** Takes back the seats of those who left, once their letters are out. */
export async function releasePeople({ slug, people }: DemoTenant): Promise<void> {
  const caller = await callerOf(slug);
  for (const { email } of people.filter((person) => person.goal === "released")) {
    const seatId = await invitedSeat(caller, email);
    if (seatId !== null) await releaseSeat(caller, seatId);
  }
}

async function invitedSeat(caller: TenantCaller, email: string): Promise<string | null> {
  for (let tries = 0; tries < 100; tries += 1) {
    const listed = await listPeople(caller, readChoice({ search: email }), { cursor: null, limit: 1 });
    const person = listed.ok ? listed.people.rows[0] : undefined;
    if (person === undefined) return null;
    if (person.seat.invitedAt !== null) return person.seat.id;
    await sleep(200);
  }
  return null;
}
