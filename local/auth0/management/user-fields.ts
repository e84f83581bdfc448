import type { Field, Shape } from "./check-shape";

/** Keys that app_metadata must not have. Source: Auth0, "Metadata Field Names and Data Types". */
const forbiddenInAppMetadata: ReadonlySet<string> = new Set([
  "__tenant",
  "_id",
  "blocked",
  "clientID",
  "created_at",
  "email_verified",
  "email",
  "globalClientID",
  "global_client_id",
  "identities",
  "lastIP",
  "lastLogin",
  "loginsCount",
  "metadata",
  "multifactor_last_modified",
  "multifactor",
  "updated_at",
  "user_id",
]);

const email: Field = { type: "string", format: "email", maxLength: 254 };

const profile = {
  email_verified: { type: "boolean" },
  blocked: { type: "boolean" },
  phone_number: { type: "string", pattern: /^\+[0-9]{1,15}$/ },
  phone_verified: { type: "boolean" },
  username: { type: "string", minLength: 1, maxLength: 128 },
  given_name: { type: "string", minLength: 1, maxLength: 150 },
  family_name: { type: "string", minLength: 1, maxLength: 150 },
  name: { type: "string", minLength: 1, maxLength: 300 },
  nickname: { type: "string", minLength: 1, maxLength: 300 },
  picture: { type: "string", format: "uri" },
  app_metadata: { type: "object", forbidden: forbiddenInAppMetadata },
  user_metadata: { type: "object" },
} satisfies Shape;

const userId: Field = { type: "string", maxLength: 255, pattern: /^\S*$/ };

/** POST /api/v2/users. Source: Auth0 Management API v2, "Create a User". */
export const createUserShape: Shape = {
  connection: { type: "string", required: true, minLength: 1 },
  email: { ...email, required: true },
  password: { type: "string", required: true, minLength: 1 },
  user_id: userId,
  verify_email: { type: "boolean" },
  ...profile,
};

/** One user of an import file. Source: Auth0, "Bulk User Import Database Schema and Examples". */
export const importUserShape: Shape = {
  email: { ...email, required: true },
  user_id: userId,
  password_hash: { type: "string" },
  custom_password_hash: { type: "object" },
  mfa_factors: { type: "array" },
  ...profile,
};

/** PATCH /api/v2/users/{id}. Source: Auth0 Management API v2, "Update a User". */
export const updateUserShape: Shape = {
  connection: { type: "string", minLength: 1 },
  client_id: { type: "string", minLength: 1 },
  email,
  password: { type: "string", minLength: 1 },
  verify_email: { type: "boolean" },
  verify_phone_number: { type: "boolean" },
  ...profile,
  given_name: { ...profile.given_name, nullable: true },
  family_name: { ...profile.family_name, nullable: true },
  phone_number: { ...profile.phone_number, nullable: true },
  username: { ...profile.username, nullable: true },
  app_metadata: { ...profile.app_metadata, nullable: true },
  user_metadata: { ...profile.user_metadata, nullable: true },
};
