import type { Role } from "@/lib/seats/choose-people";

/** The roles as people read them, in one place. */
export const roleWords: Record<Role, string> = { viewer: "Viewer", editor: "Editor", admin: "Admin" };

/** The roles as the choices of a list. */
export const roleOptions = Object.entries(roleWords).map(([value, label]) => ({ value, label }));
