import { headers } from "next/headers";
import { env } from "@/lib/base/env";
import { enterStaff, type StaffEntry } from "./enter-staff";
import { isSameOrigin } from "./same-origin";

/** Opens the staff's verbs for a server action: from one of our pages, and by a member of staff. */
export async function enterStaffByAction(): Promise<StaffEntry> {
  if (!isSameOrigin(await headers(), env().APP_BASE_URL)) return { ok: false, reason: "not-here" };
  return enterStaff();
}
