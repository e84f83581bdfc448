import { beforeAll, expect, it, vi } from "vitest";
import { hashInvitationToken, invitationToken } from "@/lib/access/invitation-token";
import { draftInvitation } from "./draft-invitation";

const variables = {
  APP_BASE_URL: "https://portal.example.com",
  DATABASE_URL: "postgres://app:pw@db:5432/analystick",
  AUTH0_DOMAIN: "acme.eu.auth0.com",
  AUTH0_CLIENT_ID: "id",
  AUTH0_CLIENT_SECRET: "secret",
  AUTH0_SECRET: "a".repeat(64),
  AUTH0_CONNECTION_ID: "con_0123456789abcdef",
  INVITATION_SECRET: "b".repeat(64),
  SMTP_URL: "smtp://mail:25",
  MAIL_FROM: "Analystick <letters@example.com>",
};
beforeAll(() => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});

const seat = { id: "seat", tenantId: "tenant" };

it("keeps of the token only its hash, and the same invitation yields the same token again", () => {
  const drafted = draftInvitation(seat, { inviterName: "Ada", days: 7 });
  const token = invitationToken(drafted.id);
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(invitationToken(drafted.id)).toBe(token);
  expect(drafted.tokenHash).toBe(hashInvitationToken(token));
  expect(JSON.stringify(drafted)).not.toContain(token);
});

it("makes every invitation another one, also for the same seat", () => {
  const all = Array.from({ length: 50 }, () => draftInvitation(seat, { inviterName: null, days: 7 }));
  expect(new Set(all.map(({ id }) => id)).size).toBe(50);
  expect(new Set(all.map(({ tokenHash }) => tokenHash)).size).toBe(50);
});

it("holds for the tenant's days", () => {
  const before = Date.now();
  const { expiresAt } = draftInvitation(seat, { inviterName: null, days: 3 });
  const days = (expiresAt.getTime() - before) / 86_400_000;
  expect(days).toBeGreaterThanOrEqual(3);
  expect(days).toBeLessThan(3.001);
});
