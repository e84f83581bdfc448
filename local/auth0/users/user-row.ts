import type { JsonObject } from "../store/connect";

/** A user as the tenant keeps it. Column names are Auth0's attribute names. */
export interface UserRow {
  user_id: string;
  email: string;
  email_verified: boolean;
  username: string | null;
  phone_number: string | null;
  phone_verified: boolean | null;
  given_name: string | null;
  family_name: string | null;
  name: string;
  nickname: string;
  picture: string;
  blocked: boolean | null;
  password_hash: string | null;
  app_metadata: JsonObject | null;
  user_metadata: JsonObject | null;
  created_at: Date;
  updated_at: Date;
  last_login: Date | null;
  last_ip: string | null;
  logins_count: number;
  last_password_reset: Date | null;
  failed_logins: number;
}

/** What a caller may say about a new user, through the API, an import or the control port. */
export interface NewUser {
  email: string;
  /** The part after `auth0|`; made up if absent. */
  user_id?: string | undefined;
  password?: string | undefined;
  email_verified?: boolean | undefined;
  username?: string | undefined;
  phone_number?: string | undefined;
  phone_verified?: boolean | undefined;
  given_name?: string | undefined;
  family_name?: string | undefined;
  name?: string | undefined;
  nickname?: string | undefined;
  picture?: string | undefined;
  blocked?: boolean | undefined;
  app_metadata?: JsonObject | undefined;
  user_metadata?: JsonObject | undefined;
}
