import { followImport } from "@/lib/onboarding/follow-import";
import { callerOf } from "./caller-of";
import { heldRoster } from "./demo";
import { plantPeople } from "./plant-people";
import type { Services } from "./services";

/** Brings in one more person while Auth0 is told to hold the next import, unless that was done before. */
export async function plantHeldPerson(services: Services): Promise<void> {
  const caller = await callerOf(heldRoster.slug);
  if ((await followImport(caller, heldRoster.importId, { cursor: null, part: null, limit: 1 })).ok) return;
  await fetch(`${services.auth0Control}/jobs/hold`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ times: 1 }),
  });
  await plantPeople(heldRoster);
}
