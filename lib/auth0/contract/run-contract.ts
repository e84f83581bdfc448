import { randomUUID } from "node:crypto";
import { env } from "@/lib/base/env";
import { SilentTenant } from "../check/ask-tenant";
import { gates } from "../check/checks";
import { type Finding, type NamedFinding, right, unknown, wrong } from "../check/finding";
import { openTenant } from "../check/open-tenant";
import { runChecks } from "../check/run-checks";
import { deleteAuth0User } from "../delete-user";
import type { ImportUser } from "../import-file";
import type { Behaviour, ContractRoom } from "./behaviour";
import { behaviours } from "./behaviours";
import { BrokenPromise, insist } from "./insist";

/** Everybody whom the contract makes has an address here; `.invalid` never gets mail (RFC 2606, section 2). */
export const CONTRACT_DOMAIN = "analystick-contract.invalid";

/**
 * Runs the checks, then proves each behaviour with people of its own, and deletes these people. Uses the portal's own
 * calls and their budget, so it needs the portal's database.
 */
export async function runContract(): Promise<NamedFinding[]> {
  let found = await runChecks(env());
  const people: ImportUser[] = [];
  const room: ContractRoom = {
    tenant: openTenant(env()),
    newPerson() {
      const id = randomUUID();
      const person = { id, mailbox: `contract-${id}@${CONTRACT_DOMAIN}`, name: "Contract Test" };
      people.push(person);
      return person;
    },
  };
  const closed = found.find(({ name, is }) => is !== "right" && gates.some((gate) => gate.name === name));
  if (closed !== undefined) {
    const finding = unknown("not tried", `First mend ${closed.name}.`);
    return [...found, ...behaviours.map(({ name }) => ({ name, ...finding }))];
  }
  try {
    for (const behaviour of behaviours) {
      const finding = { name: behaviour.name, ...(await prove(behaviour, room)) };
      found = [
        ...found.map((earlier) => (earlier.name === behaviour.tells ? retell(earlier, finding) : earlier)),
        finding,
      ];
    }
  } finally {
    found.push({ name: "Nobody is left behind", ...(await sweep(people)) });
  }
  return found;
}

/** What no check could tell, a behaviour shows: a right one settles it, another says itself what is the matter. */
function retell({ name }: NamedFinding, shown: NamedFinding): NamedFinding {
  return shown.is === "right"
    ? { name, ...right(`shown by: ${shown.name}`) }
    : { name, ...unknown("not shown", `See: ${shown.name}.`) };
}

async function prove(behaviour: Behaviour, room: ContractRoom): Promise<Finding> {
  try {
    return await behaviour.prove(room);
  } catch (error) {
    if (error instanceof SilentTenant)
      return unknown("the tenant did not answer", "Run the contract again in a moment.");
    if (!(error instanceof BrokenPromise)) throw error;
    return wrong(
      error.message,
      "The portal relies on this: read docs/auth0.md, and don't invite people before it is clear.",
    );
  }
}

async function sweep(people: ImportUser[]): Promise<Finding> {
  let left = 0;
  for (const { id } of people) {
    const gone = await insist("deleting a person", () => deleteAuth0User(`auth0|${id}`)).catch(() => "left");
    if (gone === "left") left++;
  }
  if (left === 0) return right(`${people.length} people of ${CONTRACT_DOMAIN} were made and deleted`);
  return wrong(
    `${left} people of ${CONTRACT_DOMAIN} could not be deleted`,
    `User Management > Users: search for ${CONTRACT_DOMAIN} and delete them.`,
  );
}
