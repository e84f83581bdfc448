import { setTimeout as sleep } from "node:timers/promises";
import { askTenant } from "../check/ask-tenant";
import { right, unknown } from "../check/finding";
import { createTicket } from "../create-ticket";
import { createAuth0User } from "../create-user";
import { readAuth0User } from "../read-user";
import type { Behaviour, ContractRoom } from "./behaviour";
import { expectThat, insist } from "./insist";

export const obeysTicketLife: Behaviour = {
  name: "A ticket outlived verifies nothing, a live one does",
  async prove(room) {
    const { id } = await insist("creating a person", () => createAuth0User(room.newPerson()));
    await askTenant(await makeShortTicket(room, id));
    expectThat(!(await isVerified(id)), "a ticket of one second verified the address after three");
    const live = await insist("making a ticket", () => createTicket("email-verification", id));
    const page = await askTenant(live.url);
    if (await isVerified(id)) return right("ttl_sec is obeyed; email_verified shows in the next call");
    return unknown(
      `ttl_sec is obeyed, but opening a live ticket (${page.status}) verified nothing without a person`,
      "Open a letter's link by hand and see that the portal goes on to the password.",
    );
  },
};

/** A ticket for one second, three seconds later. */
async function makeShortTicket({ tenant }: ContractRoom, user_id: string): Promise<string> {
  const reply = await tenant.api("/tickets/email-verification", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user_id, ttl_sec: 1 }),
  });
  expectThat(reply.status === 201, `a ticket with ttl_sec 1 was answered with ${reply.status}`);
  await sleep(3_000);
  return String(reply.json.ticket);
}

async function isVerified(id: string): Promise<boolean> {
  return (await insist("reading the person", () => readAuth0User(id, { urgent: false }))).emailVerified;
}
