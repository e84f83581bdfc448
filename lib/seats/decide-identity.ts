import type { User } from "@/db/users";

/** What should become of an identity at Auth0. */
export type IdentityWish = "keep" | "unblock" | "block" | "delete";

/**
 * Auth0 is changed only for the whole identity. Whoever holds a seat anywhere or belongs to the staff stays open;
 * somebody we created who never signed in is deleted; anybody else without a seat is blocked.
 */
export function decideIdentity(
  user: Pick<User, "auth0UserId" | "auth0State" | "createdByUs" | "provedAt">,
  holds: { seats: number; isStaff: boolean },
): IdentityWish {
  if (user.auth0UserId === null) return "keep";
  if (holds.seats > 0 || holds.isStaff) return user.auth0State === "open" ? "keep" : "unblock";
  if (user.auth0State === "blocked") return "keep";
  return user.createdByUs && user.provedAt === null ? "delete" : "block";
}
