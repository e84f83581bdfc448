import type { Role } from "./roster-row";

const words: ReadonlyMap<string, Role> = new Map([
  ["", "viewer"],
  ["viewer", "viewer"],
  ["member", "viewer"],
  ["user", "viewer"],
  ["editor", "editor"],
  ["admin", "admin"],
  ["administrator", "admin"],
]);

/** A role by its name or a usual synonym, in any case; blank means viewer. Null when it is none of ours. */
export function readRole(typed: string): Role | null {
  return words.get(typed.trim().toLowerCase()) ?? null;
}
