import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { countSeats } from "@/db/testing/count-seats";
import { openPortal } from "@/db/testing/open-portal";
import { plantTenant } from "@/db/testing/plant-tenant";
import type { StaffCaller } from "@/lib/access/enter-staff";
import { inviteAdmin } from "./invite-admin";
import { suspendTenant } from "./suspend-tenant";

const database = openPortal();
const sam: StaffCaller = {
  scope: mintPlatformScope({ kind: "staff", userId: randomUUID(), name: "sam@analystick.example" }),
  userId: "",
  mailbox: "sam@analystick.example",
};

it("staff invite an admin into a tenant: one counted seat, and the wish for the account", async () => {
  const tenant = await plantTenant(database.sql, 3);
  const invited = await inviteAdmin(sam, tenant.id, { adminName: "Nia", adminEmail: " Nia@Acme.example " });
  expect(invited).toEqual({ ok: true, email: "Nia@Acme.example" });
  const [seat] = await database.sql`
    select role, stage, email_key from seats where tenant_id = ${tenant.id} and stage = 'reserved'`;
  expect(seat).toMatchObject({ role: "admin", stage: "reserved", email_key: "nia@acme.example" });
  expect(await countSeats(database.sql, tenant.id)).toMatchObject({
    counter: { held: 2 },
    recount: { held: 2 },
  });
  const [job] =
    await database.sql`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'claim-batch'`;
  expect(job?.count).toBeGreaterThan(0);
});

it("an address that holds a seat already gets no second one, whatever its case", async () => {
  const tenant = await plantTenant(database.sql, 3);
  const input = { adminName: "Ada", adminEmail: tenant.admin.mailbox.toUpperCase() };
  expect(await inviteAdmin(sam, tenant.id, input)).toEqual({ ok: false, reason: "holds-seat" });
  expect(await countSeats(database.sql, tenant.id)).toMatchObject({
    counter: { held: 1 },
    recount: { held: 1 },
  });
});

it("a tenant without a free seat gets no admin until one is sold", async () => {
  const tenant = await plantTenant(database.sql, 1);
  const input = { adminName: "Nia", adminEmail: "nia@full.example" };
  expect(await inviteAdmin(sam, tenant.id, input)).toEqual({ ok: false, reason: "no-seat-free" });
  expect(await countSeats(database.sql, tenant.id)).toMatchObject({
    counter: { held: 1 },
    recount: { held: 1 },
  });
});

it.each([
  [{ adminName: "", adminEmail: "nia@acme.example" }, ["adminName"]],
  [{ adminName: "Nia", adminEmail: "nia" }, ["adminEmail"]],
  [{ adminName: " ", adminEmail: "nia" }, ["adminName", "adminEmail"]],
])("%j is refused for all that is wrong with it: %j", async (input, fields) => {
  const tenant = await plantTenant(database.sql, 3);
  const invited = await inviteAdmin(sam, tenant.id, input);
  expect(invited).toMatchObject({ ok: false, reason: "invalid" });
  expect(!invited.ok && invited.reason === "invalid" && invited.problems.map(({ field }) => field)).toEqual(
    fields,
  );
});

it("what is no form at all is refused and invites nobody", async () => {
  const tenant = await plantTenant(database.sql, 3);
  expect(await inviteAdmin(sam, tenant.id, "nonsense")).toMatchObject({ ok: false, reason: "invalid" });
});

it("a tenant that is not there is neither full nor suspended: it is not there", async () => {
  const nobodys = randomUUID();
  const gone = { ok: false, reason: "not-here" };
  expect(await inviteAdmin(sam, nobodys, { adminName: "Nia", adminEmail: "nia@acme.example" })).toEqual(gone);
  expect(await suspendTenant(sam, nobodys, true)).toEqual(gone);
});
