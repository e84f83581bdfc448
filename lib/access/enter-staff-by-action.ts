import { enterByAction } from "./enter-by-action";
import { enterStaff, type StaffEntry } from "./enter-staff";

/** Opens the staff's verbs for a server action: from one of our pages, and by a member of staff. */
export function enterStaffByAction(): Promise<StaffEntry> {
  return enterByAction(enterStaff);
}
