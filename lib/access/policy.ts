import type { Role } from "@/db/seats";

/** What somebody with a seat may want to do in their tenant. */
export type TenantVerb =
  | "open-analytics"
  | "see-people"
  | "import-people"
  | "renew-invitation"
  | "release-seat"
  | "change-settings"
  | "request-seats"
  | "restore-seat"
  | "edit-person"
  | "change-role"
  | "see-activity"
  | "keep-charts"
  | "manage-datasets"
  | "leave";

const allowed: Record<TenantVerb, readonly Role[]> = {
  "open-analytics": ["viewer", "editor", "admin"],
  "see-people": ["admin"],
  "import-people": ["admin"],
  "renew-invitation": ["admin"],
  "release-seat": ["admin"],
  "change-settings": ["admin"],
  "request-seats": ["admin"],
  "restore-seat": ["admin"],
  "edit-person": ["admin"],
  "change-role": ["admin"],
  "see-activity": ["admin"],
  "keep-charts": ["editor", "admin"],
  "manage-datasets": ["admin"],
  leave: ["viewer", "editor", "admin"],
};

/** Whether a role may do this. What the table does not name is refused. */
export function may(role: Role, verb: TenantVerb): boolean {
  return allowed[verb]?.includes(role) ?? false;
}
