/** What the portal's application is granted on the Management API unless a test grants it something else. */
export const portalScopes = [
  "read:users",
  "update:users",
  "delete:users",
  "create:users",
  "create:user_tickets",
] as const;
