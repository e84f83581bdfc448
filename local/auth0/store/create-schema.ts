import type { Database } from "./connect";

const SCHEMA = `
create table if not exists kept (name text primary key, value jsonb not null);

create table if not exists users (
  user_id text primary key,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  username text, phone_number text, phone_verified boolean,
  given_name text, family_name text, name text not null, nickname text not null, picture text not null,
  blocked boolean,
  password_hash text,
  app_metadata jsonb, user_metadata jsonb,
  created_at timestamptz not null, updated_at timestamptz not null,
  last_login timestamptz, last_ip text, logins_count integer not null default 0,
  last_password_reset timestamptz,
  failed_logins integer not null default 0
);

create table if not exists tickets (
  sequence bigint generated always as identity,
  secret_hash text primary key,
  kind text not null check (kind in ('email-verification', 'password-change')),
  user_id text not null references users on delete cascade,
  result_url text, client_id text,
  include_email boolean not null, mark_email_as_verified boolean not null,
  expires_at timestamptz not null,
  used_at timestamptz, used_by_form text
);
create index if not exists tickets_of_user on tickets (user_id, kind, sequence desc);

create table if not exists import_jobs (
  sequence bigint generated always as identity,
  id text primary key,
  status text not null default 'pending' check (status in ('pending', 'completed', 'failed')),
  held boolean not null default false,
  external_id text, upsert boolean not null,
  users_file text not null,
  summary jsonb, errors jsonb, status_details text,
  created_at timestamptz not null
);

create table if not exists oidc_records (
  model text not null,
  id text not null,
  payload jsonb not null,
  uid text, user_code text, grant_id text, account_id text,
  expires_at timestamptz,
  primary key (model, id)
);
create index if not exists oidc_records_uid on oidc_records (uid) where uid is not null;
create index if not exists oidc_records_grant on oidc_records (grant_id) where grant_id is not null;
create index if not exists oidc_records_account on oidc_records (account_id) where account_id is not null;
`;

/** Creates the tenant's tables where they are missing. Safe to repeat. */
export async function createSchema(db: Database): Promise<void> {
  await db.unsafe(SCHEMA);
}
