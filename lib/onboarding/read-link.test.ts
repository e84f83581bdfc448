import { expect, it } from "vitest";
import type { InvitationFile } from "@/db/invitations";
import { readLink } from "./read-link";

const moment = new Date("2026-01-01T00:00:00Z");
const later = new Date(Date.now() + 60_000);

type Changes = {
  invitation?: Partial<InvitationFile["invitation"]>;
  seat?: Partial<InvitationFile["seat"]>;
  tenant?: Partial<InvitationFile["tenant"]>;
};

/** An invitation that was sent and not used, with changes. */
function fileWith({ invitation, seat, tenant }: Changes): InvitationFile {
  return {
    invitation: {
      id: "i",
      tenantId: "t",
      seatId: "s",
      tokenHash: "h",
      inviterName: null,
      expiresAt: later,
      sentAt: moment,
      refusedAt: null,
      serverSaid: null,
      openedAt: null,
      reminders: 0,
      askedAt: null,
      revokedAt: null,
      createdAt: moment,
      ...invitation,
    },
    seat: {
      id: "s",
      tenantId: "t",
      email: "ada@acme.example",
      emailKey: "ada@acme.example",
      name: "Ada",
      nameKey: "ada",
      surnameKey: "ada",
      role: "viewer",
      stage: "invited",
      state: "invited",
      undeliverable: false,
      userId: "u",
      batchId: null,
      reservedAt: moment,
      importedAt: moment,
      invitedAt: moment,
      verifiedAt: null,
      activatedAt: null,
      lastSignedInAt: null,
      releasedAt: null,
      releaseReason: null,
      ...seat,
    },
    tenant: {
      id: "t",
      slug: "acme",
      name: "Acme",
      seatsPurchased: 5,
      seatsHeld: 1,
      seatsActive: 0,
      invitationDays: 7,
      reminders: true,
      seatNotice: 0,
      sampleAwaited: false,
      suspendedAt: null,
      createdAt: moment,
      ...tenant,
    },
    user: null,
  };
}

const released = { stage: "released", releasedAt: moment } as const;

it.each<[string, Changes, ReturnType<typeof readLink>]>([
  ["a letter that waits is open", {}, "open"],
  ["one whose holder verified already is open", { seat: { stage: "verified" } }, "open"],
  ["one whose holder got in leads to sign-in", { seat: { stage: "active" } }, "active"],
  ["expiry shuts it", { invitation: { expiresAt: moment } }, "expired"],
  [
    "expiry never touches an active seat",
    { seat: { stage: "active" }, invitation: { expiresAt: moment } },
    "active",
  ],
  ["a newer letter replaces it", { invitation: { revokedAt: moment } }, "replaced"],
  [
    "a newer letter does not hide that the holder got in",
    { seat: { stage: "active" }, invitation: { revokedAt: moment } },
    "active",
  ],
  ["a removed seat revokes it", { seat: { ...released, releaseReason: "removed" } }, "revoked"],
  ["a revoked seat revokes it", { seat: { ...released, releaseReason: "revoked" } }, "revoked"],
  ["an expired seat says so", { seat: { ...released, releaseReason: "expired" } }, "expired"],
  ["a suspended tenant shuts every link", { tenant: { suspendedAt: moment } }, "suspended"],
  [
    "a released seat comes before the tenant's trouble",
    { seat: { ...released, releaseReason: "removed" }, tenant: { suspendedAt: moment } },
    "revoked",
  ],
])("%s", (_what, changes, state) => {
  expect(readLink(fileWith(changes))).toBe(state);
});
