"use server";

import { revalidatePath } from "next/cache";
import { roleWords } from "@/app/role-words";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { changeRole } from "@/lib/seats/change-role";
import { readChoice } from "@/lib/seats/choose-people";
import { readdressPerson } from "@/lib/seats/readdress-person";
import { renamePerson } from "@/lib/seats/rename-person";
import { restoreSeat } from "@/lib/seats/restore-seat";

export async function editPersonAction(slug: string, seatId: string, form: FormData): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const renamed = await renamePerson(entry.caller, seatId, String(form.get("name") ?? ""));
  if (!renamed.ok)
    return renamed.reason === "name-too-long"
      ? { ok: false, message: "The name is longer than 120 characters. Shorten it." }
      : REFUSED;
  const role = readChoice({ role: form.get("role") }).role;
  const changed = role === "any" ? null : await changeRole(entry.caller, seatId, role);
  revalidatePath(`/t/${entry.caller.slug}/people`, "layout");
  if (changed === null || changed.ok)
    return {
      ok: true,
      message:
        changed?.ok && changed.changed
          ? `${changed.email} is ${role === "any" ? "" : roleWords[role].toLowerCase()} from their next click on`
          : "Saved",
    };
  if (changed.reason === "last-admin")
    return {
      ok: false,
      message:
        "The role stays: this is the only active admin. Make somebody else admin first, so that somebody can manage the seats.",
    };
  return changed.reason === "already-released"
    ? { ok: false, message: "The role stays: this seat was taken back meanwhile." }
    : REFUSED;
}

export async function restoreAction(slug: string, seatId: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const restored = await restoreSeat(entry.caller, seatId);
  revalidatePath(`/t/${entry.caller.slug}/people`, "layout");
  if (restored.ok)
    return {
      ok: true,
      message:
        restored.stage === "active"
          ? `${restored.email} has their seat again`
          : `${restored.email} has a seat again, and a letter is on its way`,
    };
  switch (restored.reason) {
    case "not-released":
      return { ok: true, message: "This person holds a seat" };
    case "not-accepted":
      return {
        ok: false,
        message: "Auth0 did not accept this address. Invite the person under another one.",
      };
    case "holds-seat":
      return { ok: false, message: "This address holds another seat by now: look for it in the list." };
    case "no-seat-free":
      return { ok: false, message: "No seat is free. Take one back, or ask Analystick for more." };
    default:
      return REFUSED;
  }
}

export async function readdressAction(
  slug: string,
  seatId: string,
  form: FormData,
): Promise<Answer & { href?: string }> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const [typed, importId] = [String(form.get("email") ?? ""), String(form.get("importId") ?? "")];
  const moved = await readdressPerson(entry.caller, seatId, { typed, importId });
  revalidatePath(`/t/${entry.caller.slug}/people`, "layout");
  if (moved.ok)
    return {
      ok: true,
      message: "The address is corrected, and a letter is on its way",
      href: `/t/${entry.caller.slug}/people/${moved.seatId}`,
    };
  switch (moved.reason) {
    case "done":
      return { ok: true, message: "The address is corrected" };
    case "accepted":
      return { ok: false, message: "This person has accepted the invitation: the address stays." };
    case "bad-address":
      return { ok: false, message: "This is not an email address. Write it like ada@company.example." };
    case "same-address":
      return { ok: false, message: "This is the address already." };
    case "holds-seat":
      return { ok: false, message: "Somebody with this address holds a seat already." };
    default:
      return REFUSED;
  }
}
