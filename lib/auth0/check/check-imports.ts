import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type TenantReply, wordsOf } from "./ask-tenant";
import { compareWithMadeUp, type Verdict } from "./compare-with-made-up";
import type { Check } from "./finding";
import type { TenantUnderCheck } from "./open-tenant";

const where = "Authentication > Database > (the portal's connection)";
const faults: [RegExp, string, string][] = [
  [
    /must be a database connection/i,
    "it is not a database connection",
    "Make a database connection and set AUTH0_CONNECTION_ID to its Identifier.",
  ],
  [
    /must be enabled/i,
    "it is enabled for no application",
    `${where} > Applications: switch the portal's application on.`,
  ],
  [
    /custom database connections/i,
    "it keeps its people in a database of its own",
    `${where} > Custom Database: switch Use my own database off, or Import Users to Auth0 on.`,
  ],
];
const POLLS = 60;

/**
 * Sends an import whose file has no bytes: Auth0 refuses it, and the reason says whether the connection had passed.
 * Were it taken nevertheless, it would hold nobody. Source: Auth0 Management API, "Create import users job", 400.
 */
export const checkImports: Check = {
  name: "Imports",
  look: (tenant) =>
    compareWithMadeUp({
      real: tenant.settings.AUTH0_CONNECTION_ID,
      madeUp: "con_0000000000000000",
      ask: (connectionId) => importNobody(tenant, connectionId),
      rightDetail: "it is an enabled database connection that takes imports",
      wrongDetail: "the tenant has no connection with this id to import into",
      mend: "npm run test:contract imports a person to find out; or see Authentication > Database.",
    }),
};

async function importNobody(tenant: TenantUnderCheck, connectionId: string): Promise<Verdict> {
  const body = new FormData();
  body.set("users", new Blob([], { type: "application/json" }), "users.json");
  body.set("connection_id", connectionId);
  body.set("external_id", `check-${randomUUID()}`);
  body.set("upsert", "false");
  body.set("send_completion_email", "false");
  const reply = await tenant.api("/jobs/users-imports", { method: "POST", body });
  const message = String(reply.json.message);
  const fault = faults.find(([words]) => words.test(message));
  if (fault !== undefined) return { fault: fault[1], mend: fault[2] };
  if (/must not be empty/i.test(message)) return "taken";
  if (/does not exist/i.test(message)) return "refused";
  if (reply.status === 202) await awaitEnd(tenant, String(reply.json.id));
  return { words: wordsOf(reply) };
}

/** Only two jobs may be active: none of ours is left behind to stand in the way of a real import. */
async function awaitEnd(tenant: TenantUnderCheck, jobId: string): Promise<void> {
  for (let left = POLLS; left > 0; left--) {
    const job: TenantReply = await tenant.api(`/jobs/${jobId}`);
    if (job.json.status !== "pending") return;
    await sleep(1_000);
  }
}
