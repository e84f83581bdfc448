import type { Shape } from "./check-shape";

const common: Shape = {
  result_url: { type: "string", format: "uri" },
  client_id: { type: "string", minLength: 1 },
  organization_id: { type: "string", minLength: 1 },
  ttl_sec: { type: "integer", minimum: 0 },
  includeEmailInRedirect: { type: "boolean" },
  identity: { type: "object" },
};

/** POST /api/v2/tickets/email-verification. Source: Auth0 Management API v2, "Create an email verification ticket". */
export const verificationTicketShape: Shape = {
  user_id: { type: "string", required: true, minLength: 1 },
  ...common,
};

/** POST /api/v2/tickets/password-change. Source: Auth0 Management API v2, "Create a password change ticket". */
export const passwordTicketShape: Shape = {
  user_id: { type: "string", minLength: 1 },
  connection_id: { type: "string", pattern: /^con_[A-Za-z0-9]{16}$/ },
  email: { type: "string", format: "email" },
  mark_email_as_verified: { type: "boolean" },
  ...common,
};
