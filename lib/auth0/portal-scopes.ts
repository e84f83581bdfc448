/**
 * What the portal's application may do at Auth0's Management API. Exactly these: with fewer the walk stops, and with
 * more a stolen secret opens more than it must.
 */
export const portalScopes = [
  "read:users",
  "update:users",
  "delete:users",
  "create:users",
  "create:user_tickets",
] as const;
