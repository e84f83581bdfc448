import { z } from "zod";
import { recordAudit } from "@/db/audit";
import { inTenant } from "@/db/in-tenant";
import { type TenantSettings, writeSettings } from "@/db/settings";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";

export type { TenantSettings };

export type SettingsChanged =
  | { ok: true; changed: boolean }
  | { ok: false; reason: "not-allowed" | "bad-days" | "bad-reminders" };

const settingsSchema = z.object({ invitationDays: z.int().min(1).max(30), reminders: z.boolean() });

/**
 * Changes how long new invitations hold, in days from 1 to 30, and whether people are reminded. Letters that are out
 * keep the time they name; reminders that are not sent yet follow the new wish.
 */
export async function changeSettings(caller: TenantCaller, input: unknown): Promise<SettingsChanged> {
  if (!may(caller.role, "change-settings")) return { ok: false, reason: "not-allowed" };
  const parsed = settingsSchema.safeParse(input);
  if (!parsed.success) {
    const isDays = parsed.error.issues.some(({ path }) => path[0] === "invitationDays");
    return { ok: false, reason: isDays ? "bad-days" : "bad-reminders" };
  }
  const { invitationDays, reminders } = parsed.data;
  return inTenant(caller.scope, async (tx) => {
    const before = await lockOwnTenant(tx);
    if (before.invitationDays === invitationDays && before.reminders === reminders)
      return { ok: true, changed: false };
    await writeSettings(tx, { invitationDays, reminders });
    const facts = {
      daysBefore: before.invitationDays,
      daysAfter: invitationDays,
      remindersBefore: before.reminders,
      remindersAfter: reminders,
    };
    await recordAudit(tx, [
      { tenantId: before.id, verb: "tenant.settings-changed", subject: before.id, facts },
    ]);
    return { ok: true, changed: true };
  });
}
