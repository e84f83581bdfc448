import { join } from "node:path";
import type { Secrets } from "./load-secrets";
import type { Ports } from "./plan-ports";

type Environment = Record<string, string | undefined>;
type Databases = { owner: string; app: string; queue: string; auth0: string };

export type Plan = {
  /** Nothing local starts; the operator's environment is used as it is. */
  production: boolean;
  ports: Ports;
  local: { postgres: boolean; database: boolean; mailbox: boolean; tenant: boolean };
  /** Everything outside is replaced by a local service, so that a demo may be planted. */
  everythingLocal: boolean;
  databases: Databases;
  /** Environment of the portal's web server, worker and scripts. */
  portal: Environment;
  tenant: Environment;
  mailbox: Environment;
};

/**
 * Decides which outside services are replaced by local ones, and what every process is told.
 *
 * A service is local exactly when its variable is unset: PostgreSQL (DATABASE_URL), Auth0 (AUTH0_DOMAIN),
 * mail (SMTP_URL). What the operator set is never overwritten. With NODE_ENV=production nothing is local.
 *
 * @param operator environment the launcher was started with
 * @param ports from `planPorts`
 * @param secrets from `loadSecrets`; undefined in production
 * @param home data folder of the local set-up
 */
export function composePlan(
  operator: Environment,
  ports: Ports,
  secrets: Secrets | undefined,
  home: string,
): Plan {
  const given = Object.fromEntries(Object.entries(operator).filter(([, value]) => value !== ""));
  const production = given.NODE_ENV === "production" || secrets === undefined;
  const database = !production && given.DATABASE_URL === undefined;
  const tenant = !production && given.AUTH0_DOMAIN === undefined;
  const mailbox = !production && given.SMTP_URL === undefined;
  const postgres = database || (tenant && given.LOCAL_AUTH0_DATABASE_URL === undefined);
  const databases = nameDatabases(ports, secrets);
  const defaults = {
    APP_BASE_URL: `http://localhost:${ports.app}`,
    NEXT_TELEMETRY_DISABLED: "1",
    MAIL_FROM: "Analystick <letters@analystick.example>",
    DATA_DIR: join(home, "data"),
    AUTH0_SECRET: secrets?.sessionSecret,
    INVITATION_SECRET: secrets?.invitationSecret,
    ...(mailbox ? { SMTP_URL: `smtp://127.0.0.1:${ports.smtp}` } : {}),
    ...(tenant ? auth0Variables(ports, secrets) : {}),
  };
  // Three logins belong together: a lone DATABASE_OWNER_URL must not meet a local DATABASE_URL.
  const logins = {
    DATABASE_URL: databases.app,
    DATABASE_OWNER_URL: databases.owner,
    DATABASE_QUEUE_URL: databases.queue,
  };
  const portal = production ? given : { ...defaults, ...given, ...(database ? logins : {}) };
  const everythingLocal = database && tenant && mailbox;
  const local = { postgres, database, mailbox, tenant };
  return {
    production,
    ports,
    local,
    everythingLocal,
    databases,
    portal: { ...portal, PORT: String(ports.app), ANALYSTICK_HOME: home },
    tenant: tenantVariables(portal, ports, databases),
    mailbox: mailboxVariables(ports, home),
  };
}

function nameDatabases(ports: Ports, secrets: Secrets | undefined): Databases {
  const url = (login: string, password: string | undefined, database: string) =>
    `postgres://${login}:${password ?? ""}@127.0.0.1:${ports.postgres}/${database}`;
  return {
    owner: url("analystick_owner", secrets?.ownerPassword, "analystick"),
    app: url("analystick_app", secrets?.appPassword, "analystick"),
    queue: url("analystick_queue", secrets?.queuePassword, "analystick"),
    auth0: url("local_auth0", secrets?.auth0Password, "local_auth0"),
  };
}

function auth0Variables(ports: Ports, secrets: Secrets | undefined): Environment {
  return {
    AUTH0_MODE: "local",
    AUTH0_DOMAIN: `http://localhost:${ports.auth0}`,
    AUTH0_CLIENT_ID: secrets?.clientId,
    AUTH0_CLIENT_SECRET: secrets?.clientSecret,
    AUTH0_CONNECTION: "Username-Password-Authentication",
    AUTH0_CONNECTION_ID: secrets?.connectionId,
    AUTH0_LOGIN_STYLE: "universal",
    AUTH0_PLAN: "free",
  };
}

function tenantVariables(portal: Environment, ports: Ports, databases: Databases): Environment {
  return {
    LOCAL_AUTH0_PORT: String(ports.auth0),
    LOCAL_AUTH0_CONTROL_PORT: String(ports.auth0Control),
    LOCAL_AUTH0_DATABASE_URL: portal.LOCAL_AUTH0_DATABASE_URL ?? databases.auth0,
    LOCAL_AUTH0_APP_BASE_URL: portal.APP_BASE_URL,
    LOCAL_AUTH0_CLIENT_ID: portal.AUTH0_CLIENT_ID,
    LOCAL_AUTH0_CLIENT_SECRET: portal.AUTH0_CLIENT_SECRET,
    LOCAL_AUTH0_CONNECTION: portal.AUTH0_CONNECTION,
    LOCAL_AUTH0_CONNECTION_ID: portal.AUTH0_CONNECTION_ID,
    LOCAL_AUTH0_PLAN: portal.AUTH0_PLAN,
    LOCAL_AUTH0_LOGIN_STYLE: portal.AUTH0_LOGIN_STYLE,
    LOCAL_AUTH0_SMTP_URL: portal.SMTP_URL,
  };
}

function mailboxVariables(ports: Ports, home: string): Environment {
  return {
    MAILBOX_PORT: String(ports.mailbox),
    MAILBOX_SMTP_PORT: String(ports.smtp),
    MAILBOX_DIR: join(home, "mailbox"),
  };
}
