import { expect, it } from "vitest";
import { inMachinery } from "@/db/in-machinery";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { plantInvited } from "@/db/testing/plant-invited";
import { plantTenant } from "@/db/testing/plant-tenant";
import { invitationToken } from "@/lib/access/invitation-token";
import { readAuth0User } from "@/lib/auth0/read-user";
import { sendLetter } from "@/lib/mail/send";
import { invite } from "./invite";

const database = openPortal();
const scope = mintPlatformScope({ kind: "job", name: "invite" });

it("wishes once that a blocked identity be opened: waiting for it does not call Auth0 sooner", async () => {
  const { sql } = database;
  const { id: tenantId } = await plantTenant(sql, 10);
  const guest = await plantInvited(sql, tenantId, invitationToken, { stage: "imported" });
  const { userId, invitationId } = guest;
  await sql`update invitations set sent_at = null where id = ${invitationId}`;
  await sql`update users set auth0_state = 'blocked' where id = ${userId}`;
  const wishes = () =>
    sql`select id, run_at > now() as later from graphile_worker.jobs where key = ${`reconcile:${userId}`}`;
  const waits = { ok: false, retry: true, retryAfterMs: expect.any(Number) };

  expect(await invite(scope, { tenantId, invitationId }, 0)).toEqual(waits);
  expect(await wishes()).toMatchObject([{ later: false }]);
  // Auth0 is out of reach, so that job waits longer and longer.
  await sql`
    update graphile_worker._private_jobs set run_at = now() + interval '5 minutes' where key = ${`reconcile:${userId}`}`;
  expect(await invite(scope, { tenantId, invitationId }, 1)).toEqual(waits);
  expect(await wishes()).toMatchObject([{ later: true }]);
});

it("neither Auth0 is called nor a letter sent while a transaction is open", async () => {
  const within = (touch: () => Promise<unknown>) => expect(inMachinery(touch)).rejects;
  const letter = { subject: "Hello", html: "", text: "" };
  await within(() => readAuth0User("auth0|nobody", { urgent: true })).toThrow("while a transaction is open");
  await within(() =>
    sendLetter({ to: "ada@acme.example", toName: "", letter, messageId: "<a@portal.example>" }),
  ).toThrow("while a transaction is open");
});
