import { beforeEach, expect, it } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { plantInvited } from "@/db/testing/plant-invited";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { invitationToken } from "@/lib/access/invitation-token";
import { renewInvitation } from "@/lib/onboarding/renew-invitation";
import { changeSettings } from "@/lib/tenants/change-settings";
import { readSettings } from "@/lib/tenants/read-settings";

const database = openPortal();
let acme: PlantedTenant;

beforeEach(async () => {
  acme = await plantTenant(database.sql, 10);
});

it("new invitations hold as many days as the admin wishes; those that are out keep theirs", async () => {
  const [old, renewed] = [
    await plantInvited(database.sql, acme.id, invitationToken),
    await plantInvited(database.sql, acme.id, invitationToken),
  ];
  expect(await changeSettings(acme.admin, { invitationDays: 30, reminders: true })).toEqual({
    ok: true,
    changed: true,
  });
  await renewInvitation(acme.admin, renewed.seatId);
  const rows = await database.sql`
    select seat_id, round(extract(epoch from expires_at - now()) / 86400)::int as days from invitations
    where tenant_id = ${acme.id} and revoked_at is null`;
  const daysOf = (seatId: string) => rows.find((row) => row.seat_id === seatId)?.days;
  expect([daysOf(old.seatId), daysOf(renewed.seatId)]).toEqual([7, 30]);
});

it("a change is one audit row with before and after; the same again is none", async () => {
  for (let times = 0; times < 2; times += 1)
    await changeSettings(acme.admin, { invitationDays: 14, reminders: false });
  expect(await readSettings(acme.admin)).toEqual({ invitationDays: 14, reminders: false });
  const trail = await database.sql`select verb, facts from audit where tenant_id = ${acme.id}`;
  expect([...trail]).toEqual([
    {
      verb: "tenant.settings-changed",
      facts: { daysBefore: 7, daysAfter: 14, remindersBefore: true, remindersAfter: false },
    },
  ]);
});

it.each([0, 31, 1.5, Number.NaN, "7", null])("%j days are refused", async (invitationDays) => {
  const changed = await changeSettings(acme.admin, { invitationDays, reminders: true });
  expect(changed).toEqual({ ok: false, reason: "bad-days" });
  expect(await readSettings(acme.admin)).toEqual({ invitationDays: 7, reminders: true });
});

it("a viewer changes nothing", async () => {
  const viewer = { ...acme.admin, role: "viewer" as const };
  expect(await changeSettings(viewer, { invitationDays: 9, reminders: true })).toEqual({
    ok: false,
    reason: "not-allowed",
  });
});
