import { recordAudit } from "@/db/audit";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { wishReconciliation } from "@/db/reconciliation";
import { addStaff as addStaffRow, linkAuth0Users, notePasswordTicket, upsertUser } from "@/db/users";
import { createAuth0User } from "@/lib/auth0/create-user";
import { findAuth0User } from "@/lib/auth0/find-user";
import { canonicalMailbox } from "@/lib/base/mailbox";

export type StaffAdded =
  | { ok: true; mailbox: string; isNew: boolean }
  | { ok: false; reason: "bad-address" | "auth0-unreachable" };

/**
 * Makes somebody a member of staff. For an operator at the console only: no page leads here. The person chooses a
 * password by "Forgot password?" on the sign-in page; the mail that Auth0 sends proves the mailbox, and only a
 * password chosen after this moment counts.
 */
export async function addStaff(typed: string): Promise<StaffAdded> {
  const reading = canonicalMailbox(typed);
  if (!reading.ok) return { ok: false, reason: "bad-address" };
  const { mailbox } = reading;
  const scope = mintPlatformScope({ kind: "operator", command: "staff:add" });
  const user = await inPlatform(scope, (tx) => upsertUser(tx, mailbox));
  const found = await findAuth0User(mailbox);
  if (!found.ok) return { ok: false, reason: "auth0-unreachable" };
  const identity = found.value === null ? await createAuth0User({ id: user.id, mailbox }) : found;
  if (!identity.ok || identity.value === null) return { ok: false, reason: "auth0-unreachable" };
  const { id: auth0UserId, lastPasswordReset } = identity.value;
  const isNew = await inPlatform(scope, async (tx) => {
    const createdByUs = auth0UserId === `auth0|${user.id}`;
    await linkAuth0Users(tx, [{ userId: user.id, auth0UserId, createdByUs, state: "open" }]);
    await notePasswordTicket(tx, { id: user.id, auth0UserId }, lastPasswordReset);
    const added = await addStaffRow(tx, user.id);
    // Somebody whose last seat was taken back is blocked, and as staff is to get in again.
    await wishReconciliation(tx, user.id);
    if (added) await recordAudit(tx, [{ tenantId: null, verb: "staff.added", subject: user.id }]);
    return added;
  });
  return { ok: true, mailbox, isNew };
}
